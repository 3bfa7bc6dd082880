internal import CaseStore
internal import Digests
internal import GRDB

/// Turns what SQLite and GRDB say into errors of a store; the only place that does.
enum EngineErrors {
    static func caseStoreError(
        _ error: any Error, path: String, busySeconds: Int = StoreEngine.busySeconds
    ) -> CaseStoreError {
        if let error = error as? CaseStoreError { return error }
        if let error = error as? DigestError { return .digestUnavailable(reason: error.description) }
        guard let error = error as? DatabaseError else {
            return .engine(code: 0, reason: "an error that is not SQLite's")
        }
        let code = Int(error.extendedResultCode.rawValue)
        switch error.resultCode {
        case .SQLITE_FULL: return .full(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(seconds: busySeconds)
        case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly(path: path)
        case .SQLITE_IOERR: return .inputOutput(path: path, code: code)
        case .SQLITE_CORRUPT: return .damaged(path: path, reason: "SQLite finds its pages inconsistent")
        case .SQLITE_NOTADB: return .foreign(path: path)
        case .SQLITE_CANTOPEN: return .cannotOpen(path: path, code: code)
        default:  // tidy-allow: SQLite's codes are an open set
            // SQLite's own words for the code: the message of the connection could quote a value.
            return .engine(code: code, reason: "\(error.resultCode)")
        }
    }

    /// True when the other writes of a commit may go on after this one.
    static func concernsOneWrite(_ error: CaseStoreError) -> Bool {
        switch error {
        case .full, .busy, .readOnly, .inputOutput, .damaged, .foreign, .cannotOpen, .stopped, .closed: false
        case .caseExists, .caseUnknown, .caseClosed, .caseOpen, .caseForgotten, .factsChanged,
            .deliveryExists, .deliveryOpen,
            .deliveryUnknown, .deliveryUnderway, .deliveryChanged, .superseded,
            .preparationUnreadable, .stateUnreadable, .onHold, .workerRunning, .workerReplaced, .overLimit,
            .backupExists, .unsupported, .digestUnavailable, .newerSchema, .olderSchema, .unsafeSetting,
            .unsafePermissions, .sharedFolder, .foreignOwner, .locked, .engine:
            true
        }
    }

    /// True when nobody knows any more what the file holds: the store must not go on.
    static func stops(_ error: CaseStoreError) -> Bool {
        switch error {
        case .inputOutput, .damaged, .foreign: true
        case .caseExists, .caseUnknown, .caseClosed, .caseOpen, .caseForgotten, .factsChanged,
            .deliveryExists, .deliveryOpen,
            .deliveryUnknown, .deliveryUnderway, .deliveryChanged, .superseded,
            .preparationUnreadable, .stateUnreadable, .onHold, .workerRunning, .workerReplaced, .overLimit,
            .backupExists, .unsupported, .digestUnavailable, .full, .busy, .readOnly, .newerSchema,
            .olderSchema,
            .unsafeSetting, .unsafePermissions, .sharedFolder, .foreignOwner, .locked, .cannotOpen, .stopped,
            .closed,
            .engine:
            false
        }
    }
}
