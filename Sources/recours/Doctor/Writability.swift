import Glibc

/// Whether a file could be replaced as a whole, found out without touching it.
struct Writability {
    /// Its folder can be written, and where it stands nothing else does.
    let isGiven: Bool

    init(_ path: String) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        var status = stat()
        let isFree = lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
        isGiven = isFree && access(folder, W_OK | X_OK) == 0
    }
}
