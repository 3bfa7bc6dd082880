import Glibc

/// Writes results to standard output and everything else to standard error.
enum Output {
    static func standardOutput(_ text: String) { standardOutput(Array(text.utf8)) }

    static func standardOutput(_ bytes: [UInt8]) { bytes.withUnsafeBytes { standardOutput($0) } }

    static func standardOutput(_ bytes: UnsafeRawBufferPointer) { write(bytes, to: STDOUT_FILENO) }

    static func standardError(_ text: String) {
        Array(text.utf8).withUnsafeBytes { write($0, to: STDERR_FILENO) }
    }

    /// Writes to standard output about work that goes on whether anybody reads it or not: what cannot be written is left out.
    static func report(_ text: String) { report(Array(text.utf8)) }

    static func report(_ bytes: [UInt8]) { bytes.withUnsafeBytes { _ = writes($0, to: STDOUT_FILENO) } }

    /// Writes to standard error about work that goes on whether anybody reads it or not.
    static func reportError(_ text: String) {
        Array(text.utf8).withUnsafeBytes { _ = writes($0, to: STDERR_FILENO) }
    }

    /// Whether a person reads standard output.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether a person reads standard error.
    static var hasTerminalForErrors: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether headings may be bold: a terminal that did not ask for plain text (no-color.org).
    static var isStyled: Bool { isTerminal && getenv("NO_COLOR") == nil }

    /// Width of the terminal in columns, at most 100; 80 when it is none.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 40 else { return 80 }
        return min(Int(size.ws_col), 100)
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
        guard !writes(bytes, to: descriptor) else { return }
        // Nobody reads any more, or the disk is full: there is nowhere left to say so.
        exit(ExitStatus.unavailable.rawValue)
    }

    /// - Returns: false when not everything could be written.
    private static func writes(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(
                descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            written += count
        }
        return true
    }
}

/// What comes in beside the command line.
enum Input {
    /// Whether a person types standard input.
    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}
