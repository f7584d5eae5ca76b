//! A case as its page shows it.
//!
//! Never: shows what an unread answer says.
