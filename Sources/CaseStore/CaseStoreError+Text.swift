internal import ContactRouting

extension CaseStoreError: CustomStringConvertible {
    /// One sentence that names the thing and says what to do.
    public var description: String {
        switch self {
        case .caseExists(let reference):
            "There is a case \(reference) already: give the new one another reference."
        case .caseUnknown(let reference):
            "There is no case \(reference): `recours case list` shows the ones there are."
        case .caseClosed(let reference): "Case \(reference) is closed: open it again first."
        case .caseOpen(let reference): "Case \(reference) is open already: nothing is to be done."
        case .caseForgotten(let reference):
            "Case \(reference) was forgotten, and nothing can be added to it: open a new one."
        case .factsChanged(let reference):
            "The facts of case \(reference) were changed in the meantime: read them and try again."
        case .deliveryExists(let reference):
            "There is a delivery \(reference) already: prepare this one under another reference."
        case .deliveryOpen(let reference):
            "Delivery \(reference) through this channel is not done yet: decide or cancel it first (`recours delivery show \(reference)`)."
        case .deliveryUnknown(let reference):
            "There is no delivery \(reference): `recours case show` lists those of a case."
        case .deliveryUnderway(let reference):
            "Delivery \(reference) waits to go out or is going out: cancel it, or wait until its outcome is known."
        case .deliveryChanged(let reference):
            "Delivery \(reference) changed in the meantime: look at it and decide again."
        case .superseded(let reference):
            "Another worker has taken over delivery \(reference): stop working on it."
        case .preparationUnreadable(let reference):
            "What was prepared for delivery \(reference) cannot be read: check the store and prepare it again."
        case .stateUnreadable:
            "The state of a delivery cannot be read: it was written by another version, or its case was forgotten."
        case .onHold(let reason, _): Self.text(of: reason)
        case .workerRunning(let worker, _):
            "The worker \(worker) is running for this store: stop it first, or wait until its lease ends."
        case .workerReplaced(let worker):
            "Another worker has taken the place of \(worker): this one must stop."
        case .overLimit(let limit, let actual, let max):
            "There are \(actual) \(limit.rawValue), and at most \(max) are allowed: make it less."
        case .backupExists(let path): "\(path) is there already: give the backup another name."
        case .unsupported(.backup):
            "This store is not kept in a file and cannot be backed up: use one that is."
        case .digestUnavailable(let reason): "No digest can be computed: \(reason)"
        case .full, .busy, .readOnly, .inputOutput, .damaged, .foreign, .newerSchema, .olderSchema,
            .unsafeSetting,
            .unsafePermissions, .sharedFolder, .foreignOwner, .locked, .cannotOpen, .stopped, .closed,
            .engine:
            placeText
        }
    }

    private static func text(of reason: HoldReason) -> String {
        switch reason {
        case .restored:
            "This store was restored from a backup: look at what went out since, then release it."
        case .clockDoubt: "The clock jumped: check the date of this machine, then release the store."
        case .person: "Sending was put on hold: release it when it may go on."
        }
    }

    /// The sentences about the place of the store.
    private var placeText: String {
        switch self {
        case .full(let path): "No room is left for \(path), and nothing was stored: free space and try again."
        case .busy(let seconds):
            "Another process kept the store busy for \(seconds) seconds, and nothing was stored: try again."
        case .readOnly(let path):
            "\(path) cannot be written: give its owner the right to write, also to its folder."
        case .inputOutput(let path, let code):
            "\(path) could not be read or written (code \(code)): check the disk, then start again."
        case .damaged(let path, let reason):
            "\(path) is damaged (\(reason)): keep it, and restore the newest backup beside it."
        case .foreign(let path): "\(path) is not a store of this program: name another file."
        case .newerSchema(let path, let found, let known):
            "\(path) was written by a newer version (schema \(found), this one knows \(known)): use that version."
        case .olderSchema(let path, let found, let known):
            "\(path) was written by a version before the first release (schema \(found), this one reads \(known) and later): keep it, and begin a new store in another folder."
        case .unsafeSetting(let name, let found, let needed):
            "SQLite runs with \(name) = \(found), and \(needed) is needed: use another SQLite library."
        case .unsafePermissions(let path, let mode, let needed):
            "\(path) has the mode \(Self.octal(mode)): others may reach it; run chmod \(Self.octal(needed)) on it."
        case .sharedFolder(let path):
            "Others may write into \(path): name a folder of your own, such as one made with mkdir -m 700."
        case .foreignOwner(let path):
            "\(path) belongs to another user: give it to the one who runs the program."
        case .locked(let path): "Another worker uses \(path): stop it first."
        case .cannotOpen(let path, let code):
            "\(path) cannot be opened (code \(code)): check that its folder is there and may be entered."
        case .stopped:
            "The store stopped after an earlier failure: see it in the log, mend it and start again."
        case .closed: "The store was closed: open it again."
        case .engine(let code, let reason):
            "The database refused a statement (code \(code): \(reason)): report this as a fault of the program."
        case .caseExists, .caseUnknown, .caseClosed, .caseOpen, .caseForgotten, .factsChanged,
            .deliveryExists, .deliveryOpen,
            .deliveryUnknown, .deliveryUnderway, .deliveryChanged, .superseded, .preparationUnreadable,
            .stateUnreadable, .onHold, .workerRunning, .workerReplaced, .overLimit, .backupExists,
            .unsupported,
            .digestUnavailable:
            description
        }
    }

    private static func octal(_ mode: Int) -> String { "0" + String(mode, radix: 8) }
}
