//! A decision of the law as the panel shows it.
//!
//! Never: softens a verdict or fills a silence of the law.
