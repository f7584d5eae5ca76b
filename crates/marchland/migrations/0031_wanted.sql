-- Whom an act was first meant for, when it took another lawful way. With the body it goes for, a draft of the law can be tried on
-- the act as it was wanted. NULL when it went as it was wanted, and for acts that took another way before this was kept.
ALTER TABLE matter ADD COLUMN wanted_to TEXT; -- body id
