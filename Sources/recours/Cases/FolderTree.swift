import Glibc

/// Removes folders that hold folders.
enum FolderTree {
    /// Deepest tree that is removed: folders in folders.
    private static let depthMax = 4

    /// Removes a folder with everything in it; links are removed and not followed.
    ///
    /// - Returns: false when there is nothing at the path.
    /// - Throws: `WriteFault` when something is left.
    static func remove(_ path: String) throws(WriteFault) -> Bool {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else {
            if errno == ENOENT { return false }
            throw WriteFault.last
        }
        defer { close(folder) }
        try empty(folder, depth: 0)
        guard rmdir(path) == 0 else { throw WriteFault.last }
        return true
    }

    private static func empty(_ folder: Int32, depth: Int) throws(WriteFault) {
        guard depth < depthMax, let names = FolderEntries.names(in: folder) else {
            throw WriteFault(number: ELOOP)
        }
        for name in names {
            guard FolderEntries.kind(of: name, in: folder) == .folder else {
                guard unlinkat(folder, name, 0) == 0 else { throw WriteFault.last }
                continue
            }
            let inner = FolderEntries.open(name, in: folder)
            guard inner >= 0 else { throw WriteFault.last }
            defer { close(inner) }
            try empty(inner, depth: depth + 1)
            guard unlinkat(folder, name, AT_REMOVEDIR) == 0 else { throw WriteFault.last }
        }
    }
}

/// Writes a folder that holds folders, where nothing is yet: it has its name when it is complete and on the disk.
struct TreeWriter {
    private let path: String
    private let staging: String

    /// - Parameter path: nothing, or an empty folder; what stands above is made.
    /// - Throws: `WriteFault`.
    init(_ path: String) throws(WriteFault) {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        if !above.isEmpty { try FileWriting.makeFolder(above) }
        // Refused now, before everything is written and then cannot get its name.
        if let names = Self.names(in: path), !names.isEmpty { throw WriteFault(number: ENOTEMPTY) }
        self.path = path
        staging = "\(path).part-\(getpid())"
        guard mkdir(staging, 0o700) == 0 else { throw WriteFault.last }
    }

    private static func names(in path: String) -> [String]? {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        defer { close(folder) }
        return FolderEntries.names(in: folder)
    }

    /// Writes a file by its path in the tree.
    func add(_ name: String, _ bytes: [UInt8]) throws(WriteFault) {
        var folder = staging
        var last = name
        if let slash = name.lastIndex(of: "/") {
            folder += "/" + name[..<slash]
            last = String(name[name.index(after: slash)...])
            try FileWriting.makeFolder(folder)
        }
        let open = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard open >= 0 else { throw WriteFault.last }
        defer { close(open) }
        try FileWriting.write(bytes, to: last, in: open)
        guard fsync(open) == 0 else { throw WriteFault.last }
    }

    /// Gives the tree its name.
    func finish() throws(WriteFault) {
        guard rename(staging, path) == 0 else { throw WriteFault.last }
    }

    /// Removes what was written so far.
    func abandon() { _ = try? FolderTree.remove(staging) }
}
