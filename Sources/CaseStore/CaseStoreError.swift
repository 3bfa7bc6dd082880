public import CivilCalendar
public import ContactRouting

/// Everything that can go wrong when a store is asked for something.
///
/// Nothing about a person stands in a case: references, numbers and the engine's codes.
public enum CaseStoreError: Error, Hashable, Sendable {
    case caseExists(CaseReference)
    case caseUnknown(CaseReference)
    case caseClosed(CaseReference)
    case caseOpen(CaseReference)
    case caseForgotten(CaseReference)
    /// Somebody else changed the facts since they were read.
    case factsChanged(CaseReference)
    /// Another order has this reference.
    case deliveryExists(DeliveryReference)
    case deliveryUnknown(DeliveryReference)
    /// Another delivery of the case through the same channel is not done yet.
    case deliveryOpen(DeliveryReference)
    /// It waits for a machine, or a worker is at it.
    case deliveryUnderway(DeliveryReference)
    /// It was written since it was read.
    case deliveryChanged(DeliveryReference)
    /// Another worker has a newer claim.
    case superseded(DeliveryReference)
    /// The description of a delivery cannot be read.
    case preparationUnreadable(DeliveryReference)
    /// The state of a delivery cannot be read or written.
    case stateUnreadable
    /// Nothing goes out until a person confirms.
    case onHold(HoldReason, since: Instant)
    case workerRunning(WorkerName, until: Instant)
    case workerReplaced(WorkerName)
    case overLimit(StoreLimit, actual: Int, max: Int)
    case backupExists(path: String)
    case unsupported(StoreAbility)
    case digestUnavailable(reason: String)

    // What the place of the store does.

    /// No room is left; nothing of the call was written.
    case full(path: String)
    /// Another process kept the store busy for longer than a call waits; nothing of the call was written.
    case busy(seconds: Int)
    /// Nothing can be written there.
    case readOnly(path: String)
    /// Reading or writing failed, or a sync did: whether the call was stored is unknown until the store is opened anew.
    case inputOutput(path: String, code: Int)
    /// The file is damaged.
    case damaged(path: String, reason: String)
    /// The file is of something else.
    case foreign(path: String)
    /// A newer version of the program wrote it.
    case newerSchema(path: String, found: Int, known: Int)
    /// It was written before the first release, and cannot be read any more.
    case olderSchema(path: String, found: Int, known: Int)
    /// The engine does not do what durability needs.
    case unsafeSetting(name: String, found: String, needed: String)
    /// Somebody else than its owner could read or change the file or its folder.
    case unsafePermissions(path: String, mode: Int, needed: Int)
    /// Others may write into the folder in which a copy is to be made.
    case sharedFolder(path: String)
    /// The folder or file belongs to another user.
    case foreignOwner(path: String)
    /// Another process is the worker of this store.
    case locked(path: String)
    case cannotOpen(path: String, code: Int)
    /// An earlier failure stopped the store.
    case stopped
    case closed
    /// The engine refused in a way that only a fault of the program explains.
    case engine(code: Int, reason: String)
}

/// What not every store can do.
public enum StoreAbility: String, Hashable, Sendable, CaseIterable {
    case backup
}
