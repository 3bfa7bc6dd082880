public import CivilCalendar
public import ContactRouting

/// Keeps deliveries: what goes out, who is at it, and where it stands.
public protocol DeliveryKeeping: Sendable {
    /// Stores deliveries that wait to go out, each with the facts and the log entry that belong to it.
    ///
    /// All of them or none. An order whose key is known creates nothing, writes no entry and changes no facts: the
    /// older delivery is the answer.
    ///
    /// - Returns: one result for each order, in the order of the orders.
    /// - Throws: `CaseStoreError.caseUnknown`, `.caseForgotten`, `.caseClosed`, `.factsChanged`,
    ///   `.deliveryExists`, `.deliveryOpen`, `.overLimit`.
    func enqueue(_ orders: [DeliveryOrder]) async throws(CaseStoreError) -> [Enqueued]

    /// Takes deliveries that are due, nearest deadline first, for one worker alone.
    ///
    /// What `begin` answers is stored with the claim, before this returns: nobody opens a connection before the
    /// store holds that somebody may have.
    ///
    /// - Parameter begin: says, from the delivery as it stands, how it stands during the attempt.
    /// - Throws: `CaseStoreError.onHold` while nothing may go out, and what `begin` throws.
    func claim(
        _ request: ClaimRequest,
        begin: @escaping @Sendable (DeliveryRecord) throws(CaseStoreError) -> ClaimStep
    ) async throws(CaseStoreError) -> [Claim]

    /// Takes over deliveries whose claim ran out, oldest first.
    ///
    /// The new token is newer than that of the worker who lost them, so that its late result is refused. Works on
    /// hold as well: looking after what went out sends nothing.
    ///
    /// - Throws: what `begin` throws.
    func rescue(
        _ request: ClaimRequest,
        begin: @escaping @Sendable (DeliveryRecord) throws(CaseStoreError) -> ClaimStep
    ) async throws(CaseStoreError) -> [Claim]

    /// Moves the end of leases.
    ///
    /// - Returns: for each ticket whether it is still the newest; the lease of another one is not moved.
    func extend(_ tickets: [ClaimTicket], until: Instant) async throws(CaseStoreError) -> [Bool]

    /// Stores how far a claimed delivery has come, before its next step is taken.
    ///
    /// - Throws: `CaseStoreError.superseded` when the ticket is no longer the newest: do not take the next step.
    func remember(_ progress: ClaimProgress, for ticket: ClaimTicket) async throws(CaseStoreError)

    /// Stores how claimed deliveries stand now, and ends the claims.
    ///
    /// A ticket that is no longer the newest changes nothing and spoils nothing for the others.
    ///
    /// - Returns: one result for each settlement, in their order.
    func settle(_ settlements: [Settlement]) async throws(CaseStoreError) -> [SettlementResult]

    /// Stores how a delivery stands that nobody has claimed: a person decided, or cancelled it.
    ///
    /// With all of its entries, or not at all.
    ///
    /// - Throws: `CaseStoreError.deliveryUnknown`, `.deliveryUnderway` while it is claimed, `.deliveryChanged` when
    ///   it was written since it was read.
    func revise(_ revision: DeliveryRevision) async throws(CaseStoreError) -> DeliveryRecord

    /// The delivery; nil when there is none of this reference.
    func delivery(_ reference: DeliveryReference) async throws(CaseStoreError) -> DeliveryRecord?

    /// The delivery that was created with this key; nil when there is none.
    func delivery(key: IdempotencyKey) async throws(CaseStoreError) -> DeliveryRecord?

    /// The deliveries of a case, oldest first, at most 1,000.
    func deliveries(of reference: CaseReference) async throws(CaseStoreError) -> [DeliveryRecord]

    /// A page of the deliveries in some states, in the order of their references.
    ///
    /// - Parameter limit: `1...1000`.
    func deliveries(
        in states: Set<StateName>, after reference: DeliveryReference?, limit: Int
    ) async throws(CaseStoreError) -> [DeliveryRecord]

    /// Until when channels pause, because the accounts of deliveries that wait were refused.
    ///
    /// - Parameter channel: the one that is asked about; nil asks about all.
    /// - Complexity: O(deliveries that pause a channel), not of all that wait.
    func pauses(of channel: ChannelName?) async throws(CaseStoreError) -> [ChannelName: Instant]

    /// The deliveries that take so long by now that the person is to be told, and was not, the longest first.
    ///
    /// - Parameter limit: `1...1000`.
    /// - Complexity: O(limit), however many wait.
    func deliveriesToWarnOf(at now: Instant, limit: Int) async throws(CaseStoreError) -> [DeliveryRecord]

    /// Remembers, until the delivery stands otherwise, that the person was told of what was to be told by now.
    ///
    /// Whoever decides about the delivery meanwhile is not disturbed: its revision stays.
    func noteWarned(of reference: DeliveryReference, at now: Instant) async throws(CaseStoreError)

    /// Exactly what goes out; nil when there is no such delivery, or its case is forgotten.
    ///
    /// - Throws: `CaseStoreError.damaged` when the bytes are not the ones that were stored.
    func preparation(of reference: DeliveryReference) async throws(CaseStoreError) -> StoredPreparation?

    /// The next moment at which there is something to do: a delivery is due, a lease ends, a reminder fires.
    func nextMoment() async throws(CaseStoreError) -> Instant?

    /// Why nothing goes out; nil when it may.
    func hold() async throws(CaseStoreError) -> Hold?

    /// Lets nothing go out until a person confirms; nil confirms.
    func setHold(_ hold: Hold?) async throws(CaseStoreError)
}

/// Nothing goes out until a person confirms.
public struct Hold: Hashable, Sendable {
    public let reason: HoldReason
    /// For `restored`: when the copy was made.
    public let since: Instant
    /// True once each delivery that waited then is held for itself: what a person lets go afterwards stays so.
    public let isOnEachDelivery: Bool

    public init(_ reason: HoldReason, since: Instant, isOnEachDelivery: Bool = false) {
        self.reason = reason
        self.since = since
        self.isOnEachDelivery = isOnEachDelivery
    }
}
