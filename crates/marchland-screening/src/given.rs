//! Given names that are one name in neighbouring languages, and sounds of one name under several spellings.
//! A line is one name; the spellings are folded like any other, so endings and standards need no entries.
//!
//! Never: joins a name with another person's (Maria is not Marina), joins the male with the female form.

/// One line, one name. Compiled from the names' own forms in the civil registers' languages; diminutives left out.
pub const VARIANTS: &str = "\
sergei sergey serhii siarhei sergiy sergii serge
aleksandr alexander oleksandr aliaksandr alexandr alyaksandr oleksander
aleksandra alexandra oleksandra aliaksandra
aleksei alexey oleksii aliaksei alexei oleksiy alyaksey
andrei andrey andrii andriy andrej
dmitri dmitry dmytro dzmitry dmitriy dimitri
vladimir volodymyr uladzimir wladimir
nikolai nikolay mykola mikalai mikalay
nikita mykyta mikita
mikhail mykhailo mikhas mikhal mihail michail
yevgeni evgeny yevhen yauhen evgenii yauheni eugene
yevgenia evgeniya yevheniia yauheniya eugenia
yekaterina ekaterina kateryna katsiaryna katerina catherine
yelena elena olena alena helena
olga olha volha
pavel pavlo pavol
piotr petr petro pyotr peter
ivan john
anton antin
vasily vasyl vasil vasiliy
viktor victor viktar
viktoria victoria viktoryia
grigory hryhorii ryhor grigoriy ryhory gregory
gennady hennadii henadz genadiy hienadz
georgy heorhii heorhi georgiy george
igor ihor ihar
oleg oleh aleh
maksim maxim maksym
ilya illia illya
konstantin kostiantyn kanstantsin constantine
kirill kyrylo kiryl cyril
leonid leanid
matvei matvii matsvei matthew
roman raman
stanislav stanislau
timofei tymofii tsimafei
fyodor fedor fedir fiodar theodore
yuri yurii yury iurii iouri
yaroslav iaroslav yaraslau
artem artyom artsiom artiom
arseny arsenii arseni
bogdan bohdan bahdan
boris borys barys
vadim vadym vadzim
valery valerii valeryi
valentin valiantsin
valentina valentyna valiantsina
vitaly vitalii vital
vyacheslav viacheslav viachaslau vyacheslau
denis denys dzianis
daniil danylo danila daniel
yegor egor yehor yahor
anatoly anatolii anatol
anastasia anastasiia anastasiya nastassia
anna hanna ganna
darya daria dariia darja
irina iryna iryna
kristina khrystyna krystsina christina
ksenia kseniia xenia aksana
oksana oxana aksana
lyudmila liudmyla liudmila ludmila
marina maryna
maria mariya mariia maryia marija
natalia nataliia natallia natalya natalija
nadezhda nadiia nadzeya
svetlana svitlana sviatlana
tatyana tetiana tatsiana tatiana tatjana
sofia sofiia sofya
yulia yuliia juliya julia iuliia
yana iana
galina halyna halina
larisa larysa
lubov liubov liubou
polina palina
vera vira
zinaida zinaida
mukhammad muhammad mohammed muhammed mukhamed mahammad mukhammed mohammad magomed
akhmed ahmed akhmad ahmad ahmet akhmet
abdulla abdullah abdullo
aleksandre aleqsandre
rustam rustem rustom
yusuf yusup yusif iusuf yusup zhusup jusup
ibragim ibrahim ibraim
ismail ismoil smagul
gasan hasan khasan hassan gassan
gusein husein khusain huseyn husain hussein
ali aliy
murat murad murod
timur temur teymur temir
ruslan rustlan
nurlan nurlon
zhandos jandos
zhanibek janibek
aigul aygul oygul aygun
gulnara gulnora gulnar
dilshod dilshad
farkhod farhod farkhad farhad
sherzod shirzad sherzad
fatima fotima fatma
leyla leila laylo layla
";
