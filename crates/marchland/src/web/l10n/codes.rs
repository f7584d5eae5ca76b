//! Words for the codes of casework. An unknown code is shown as it is: visible, and never an error.
//!
//! Never: invents a word for a code it does not know.
