public import CaseStore
import CaseStoreSQLite
public import ContactRouting
import Glibc

/// The folder in which the program keeps what must not be lost, and nothing else.
///
/// `RECOURS_HOME`, else `recours` in the XDG data folder. The folder is its owner's alone (mode 0700), and so is every
/// file in it (0600).
public struct StateFolder: Hashable, Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The store of cases and deliveries.
    public var store: String { "\(path)/cases.sqlite" }
    /// The feed of what is due (RFC 5545).
    public var calendar: String { "\(path)/calendar.ics" }
    /// Counts of what the worker did, in the text format of Prometheus.
    public var metrics: String { "\(path)/recours.prom" }
    /// What became of deliveries while the store could not take it.
    public var outcomes: String { "\(path)/outcomes.json" }
    /// When the clock was trusted last.
    public var clock: String { "\(path)/clock.json" }

    /// The attachments and the signature of a case.
    public func files(of reference: CaseReference) -> String { "\(path)/files/\(reference)" }

    /// The drafts of a case.
    public func drafts(of reference: CaseReference) -> String { "\(path)/drafts/\(reference)" }

    /// A drafted step of a case, in the shape that `prepare` writes.
    public func draft(of reference: CaseReference, through channel: ChannelName) -> String {
        "\(drafts(of: reference))/\(channel)"
    }

    /// Makes the folder where it is missing, and checks that nobody else may enter it.
    ///
    /// - Throws: `CaseStoreError.unsafePermissions`, `.foreignOwner`, `.foreign`, `.readOnly`, `.cannotOpen`.
    public func make() throws(CaseStoreError) { try Self.make(path) }

    /// Makes a folder inside this one, with those between.
    ///
    /// - Parameter inner: a path that ``files(of:)`` or its like gave.
    /// - Throws: as ``make()``.
    public func make(_ inner: String) throws(CaseStoreError) {
        try make()
        try Self.make(inner)
    }

    /// Opens the store in it; makes both where they are missing.
    ///
    /// - Throws: `CaseStoreError` of the place.
    public func openStore() throws(CaseStoreError) -> any CaseStore {
        try make()
        return try SQLiteCaseStore(path: store) {
            var chance = SystemRandomNumberGenerator()
            return LogSalt(using: &chance)
        }
    }

    private static let mode: mode_t = 0o700

    private static func make(_ path: String) throws(CaseStoreError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? part : "/\(part)"
            guard mkdir(made, mode) != 0, errno != EEXIST else { continue }
            let code = errno
            // A folder above that may only be looked into is no fault, as long as it is there.
            var status = stat()
            guard stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
                throw code == EACCES || code == EROFS
                    ? .readOnly(path: made) : .cannotOpen(path: made, code: Int(code))
            }
        }
        try check(path)
    }

    private static func check(_ path: String) throws(CaseStoreError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .cannotOpen(path: path, code: Int(errno)) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .foreign(path: path) }
        guard status.st_uid == geteuid() else { throw .foreignOwner(path: path) }
        let permissions = Int(status.st_mode & 0o777)
        guard permissions & 0o077 == 0 else {
            throw .unsafePermissions(path: path, mode: permissions, needed: Int(mode))
        }
    }
}

extension Settings {
    /// The state folder.
    ///
    /// - Throws: `SettingsError.unusable` when neither it nor a home folder is named.
    public func stateFolder() throws(SettingsError) -> StateFolder {
        guard let home else {
            throw .unusable(
                name: Variable.home.rawValue, reason: "there is no home folder here: name a folder with it.")
        }
        return StateFolder(path: home)
    }

    /// Where the state is kept when no setting says so.
    ///
    /// A path in `XDG_DATA_HOME` that is not absolute does not count.
    ///
    /// - Source: XDG Base Directory Specification 0.8.
    static func defaultHome(_ environment: [String: String]) -> String? {
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/recours" }
        return environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.local/share/recours" : nil }
    }
}

extension Program {
    /// The state folder.
    ///
    /// - Throws: `ProgramError.settings`.
    public func stateFolder() throws(ProgramError) -> StateFolder {
        do throws(SettingsError) { return try settings.stateFolder() } catch { throw .settings(error) }
    }

    /// Opens the store of cases and deliveries; end its use with `shutDown`.
    ///
    /// - Throws: `ProgramError.settings`, `.store`.
    public func openStore() throws(ProgramError) -> any CaseStore {
        let folder = try stateFolder()
        do throws(CaseStoreError) { return try folder.openStore() } catch { throw .store(error) }
    }
}
