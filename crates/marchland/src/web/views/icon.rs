//! Line icons (lucide, ISC) and the seven verdict shapes, inlined as SVG. Always beside a word, so they are
//! hidden from screen readers.
//!
//! Never: the only carrier of a meaning.

use std::fmt;

use askama::filters::HtmlSafe;

macro_rules! icons {
    ($($name:ident => $file:literal,)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon { $($name,)* }

        impl Icon {
            pub const ALL: &[Icon] = &[$(Icon::$name,)*];

            fn svg(self) -> &'static str {
                match self { $(Icon::$name => include_str!(concat!(
                    env!("CARGO_MANIFEST_DIR"), "/templates/icon/", $file, ".svg")),)* }
            }
        }
    };
}

icons! {
    Approved => "pen-line",
    Answer => "message-square-reply",
    Attachment => "paperclip",
    Back => "arrow-left",
    Bus => "bus",
    Check => "circle-check",
    Clarify => "circle-question-mark",
    Clock => "clock",
    Close => "archive",
    Current => "circle-dot",
    Delivered => "mail-check",
    Document => "file-text",
    Download => "download",
    Draft => "file-pen-line",
    Hand => "hand",
    Inbox => "inbox",
    Ahead => "circle",
    Linked => "link-2",
    Menu => "menu",
    Moon => "moon",
    Pending => "circle-dashed",
    Phone => "phone",
    Plus => "plus",
    Read => "eye",
    Recall => "undo-2",
    Register => "stamp",
    Route => "route",
    Scan => "scan-line",
    Search => "search",
    Sent => "send",
    Shield => "shield-check",
    Stop => "circle-x",
    Sun => "sun",
    Task => "list-checks",
    To => "arrow-right",
    Unlinked => "unlink-2",
    Waiting => "hourglass",
    Warning => "triangle-alert",
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.svg().trim_end())
    }
}

// The files are ours, fixed at build time; nothing a person typed reaches them.
impl HtmlSafe for Icon {}
