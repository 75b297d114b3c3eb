//! The pages in which the system hands out memory.

/// Has the system hand out memory in pages of its usual size from now on.
///
/// The allocator asks for huge ones, 2 MiB each, of which a window over a briefing touches many and fills few: they were
/// two fifths of its memory. Where the system does not know how, they stay as they are.
pub fn keep_small() {
    #[cfg(target_os = "linux")]
    nix::sys::prctl::set_thp_disable(true).ok();
}
