internal import CaseStore
internal import Glibc

/// The file of a store and its folder: both belong to one user, and nobody else may reach them.
struct StorePlace {
    let path: String

    private static let folderMode = 0o700
    private static let fileMode = 0o600

    private var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes folder and file where they are missing and allowed to be made, and checks them where they are not.
    func prepare(_ mode: SQLiteCaseStore.OpeningMode) throws(CaseStoreError) {
        switch mode {
        case .createWhenMissing:
            try makeFolder()
        case .mustExist: break
        }
        try check(folder, type: S_IFDIR, mode: Self.folderMode)
        if access(folder, W_OK | X_OK) != 0 { throw failure(folder, errno) }
        switch mode {
        case .createWhenMissing: try create()
        case .mustExist: break
        }
        try check(path, type: S_IFREG, mode: Self.fileMode)
        if access(path, R_OK | W_OK) != 0 { throw failure(path, errno) }
    }

    /// Makes the file of a copy, which must not be there, in a folder into which nobody else writes.
    func prepareCopy() throws(CaseStoreError) {
        try makeFolder()
        var found = stat()
        guard stat(folder, &found) == 0 else { throw failure(folder, errno) }
        guard found.st_mode & S_IFMT == S_IFDIR else { throw .foreign(path: folder) }
        guard found.st_mode & 0o022 == 0 else { throw .sharedFolder(path: folder) }
        if access(folder, W_OK | X_OK) != 0 { throw failure(folder, errno) }
        try create()
        try check(path, type: S_IFREG, mode: Self.fileMode)
    }

    var exists: Bool { access(path, F_OK) == 0 }

    /// Works with what stands here, with errors in our words.
    func result<Value>(_ body: () throws -> Value) -> Result<Value, CaseStoreError> {
        Result(catching: body).mapError { EngineErrors.caseStoreError($0, path: path) }
    }

    func remove() { unlink(path) }

    /// Gives a finished file its name, unless something has that name.
    func publish(as name: String) throws(CaseStoreError) {
        guard link(path, name) == 0 else {
            throw errno == EEXIST ? .backupExists(path: name) : failure(name, errno)
        }
        unlink(path)
        let directory = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failure(folder, errno) }
        defer { Glibc.close(directory) }
        guard fsync(directory) == 0 else { throw .inputOutput(path: name, code: Int(errno)) }
    }

    private func makeFolder() throws(CaseStoreError) {
        if mkdir(folder, mode_t(Self.folderMode)) != 0, errno != EEXIST { throw failure(folder, errno) }
    }

    /// Makes an empty file that nobody else can read from its first moment on.
    private func create() throws(CaseStoreError) {
        let file = Glibc.open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, mode_t(Self.fileMode))
        guard file >= 0 else {
            guard errno == EEXIST else { throw failure(path, errno) }
            return
        }
        Glibc.close(file)
    }

    private func check(_ path: String, type: UInt32, mode: Int) throws(CaseStoreError) {
        var found = stat()
        guard lstat(path, &found) == 0 else { throw failure(path, errno) }
        guard found.st_mode & S_IFMT == type else { throw .foreign(path: path) }
        guard found.st_uid == geteuid() else { throw .foreignOwner(path: path) }
        let permissions = Int(found.st_mode & 0o777)
        guard permissions & 0o077 == 0 else {
            throw .unsafePermissions(path: path, mode: permissions, needed: mode)
        }
    }

    private func failure(_ path: String, _ code: CInt) -> CaseStoreError {
        switch code {
        case EACCES, EPERM, EROFS: .readOnly(path: path)
        case ENOSPC, EDQUOT: .full(path: path)
        default: .cannotOpen(path: path, code: Int(code))  // tidy-allow: errno is an open set
        }
    }
}
