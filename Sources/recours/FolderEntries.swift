import Glibc

/// Looks into open folders, without ever following a link.
enum FolderEntries {
    enum Kind {
        case absent, file, folder
        /// A link, a device, a pipe.
        case other
    }

    static func kind(of name: String, in folder: Int32) -> Kind {
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            return errno == ENOENT ? .absent : .other
        }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other  // tidy-allow: numbers of the system
        }
    }

    /// Opens a folder inside another one; negative, with errno, when it is a link or no folder.
    static func open(_ name: String, in folder: Int32) -> Int32 {
        openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }

    /// The names in a folder, without `.` and `..`; nil when it cannot be read.
    static func names(in folder: Int32) -> [String]? {
        // A descriptor of its own: closing the stream closes it, and reading begins at the first name.
        let own = open(".", in: folder)
        guard own >= 0 else { return nil }
        guard let stream = fdopendir(own) else {
            close(own)
            return nil
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            // Proof: readdir(3) ends the name with NUL inside the entry, which lives until the next call.
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a folder that holds files and links only; anything else, and what a link leads to, is left alone.
    static func remove(_ name: String, in folder: Int32) {
        let inner = open(name, in: folder)
        guard inner >= 0 else { return }
        defer { close(inner) }
        for entry in names(in: inner) ?? [] { unlinkat(inner, entry, 0) }
        unlinkat(folder, name, AT_REMOVEDIR)
    }
}
