public import CaseStore

/// One place where a store does not keep the contract.
public struct StoreBreach: Hashable, Sendable, CustomStringConvertible {
    public let rule: StoreRule
    /// What was seen, in one sentence.
    public let text: String

    public init(_ rule: StoreRule, _ text: String) {
        self.rule = rule
        self.text = text
    }

    public var description: String { "\(rule.rawValue): \(text)" }
}

/// The rules that every store keeps.
public enum StoreRule: String, Hashable, Sendable, CaseIterable {
    /// What was stored is read as it was.
    case caseKept = "case-kept"
    /// One reference, one case.
    case caseOnce = "case-once"
    /// Entries have their places in the order in which they came, and the chain holds.
    case logChained = "log-chained"
    /// What is to be recorded once is recorded once.
    case recordedOnce = "recorded-once"
    /// Facts change only from the ones that were read, and all or nothing of a call is stored.
    case factsGuarded = "facts-guarded"
    /// A closed case takes nothing until it is opened again.
    case closedTakesNothing = "closed-takes-nothing"
    /// What is about a person is gone, and the chain still holds.
    case forgetErases = "forget-erases"
    /// A case is not forgotten under a delivery that waits or runs.
    case forgetWaits = "forget-waits"
    /// Lists come in pages, in order.
    case pagesOrdered = "pages-ordered"
    /// Too large is refused with both numbers.
    case limitsRefused = "limits-refused"
    /// The preparation comes back, every byte as it was.
    case preparationKept = "preparation-kept"
    /// One key, one delivery, one entry.
    case keyOnce = "key-once"
    /// An order is stored only from the facts that it was prepared from.
    case orderFromFacts = "order-from-facts"
    /// Of orders through one channel at the same time one is stored, and the others are told which.
    case orderAlone = "order-alone"
    /// A call with a bad order stores none of its orders.
    case enqueueWhole = "enqueue-whole"
    /// Only what is due is claimed, nearest deadline first, as many as asked for.
    case claimsWhatIsDue = "claims-what-is-due"
    /// What one worker has, no other gets.
    case claimedOnce = "claimed-once"
    /// Channels without room are passed over.
    case channelsHeeded = "channels-heeded"
    /// Who asks for one delivery gets that one or nothing.
    case oneAskedFor = "one-asked-for"
    /// When the caller's own step fails, nothing is claimed.
    case claimWhole = "claim-whole"
    /// Progress is kept, and handed to whoever takes over.
    case progressKept = "progress-kept"
    /// A claim that ran out can be taken over, one that lasts cannot.
    case rescueAfterLease = "rescue-after-lease"
    /// The late word of a worker that lost its claim changes nothing.
    case lateRefused = "late-refused"
    /// A settled delivery stands as it was settled, is claimable when due, and is in the log.
    case settledKept = "settled-kept"
    /// One refused settlement spoils nothing for the others.
    case settleEach = "settle-each"
    /// A person's decision counts only from what was seen, and not under a worker.
    case revisionGuarded = "revision-guarded"
    /// A decision is stored with all of its entries, or not at all.
    case revisionWhole = "revision-whole"
    /// A new store was restored from nothing.
    case newIsUnmarked = "new-is-unmarked"
    /// On hold nothing is claimed; taking over still works.
    case holdHolds = "hold-holds"
    /// A channel pauses until the latest of those that wait for its account, and no longer than they wait.
    case pausesKept = "pauses-kept"
    /// Who is to be warned of is known at once, until the person was told or the delivery stands otherwise.
    case warningsKept = "warnings-kept"
    /// A reminder fires once, also when planned again, and others are dropped by a new plan.
    case reminderOnce = "reminder-once"
    /// What is planned comes back, and only what was made from the newest log is kept.
    case sheetKept = "sheet-kept"
    /// What was planned for a forgotten case is gone.
    case sheetForgotten = "sheet-forgotten"
    /// What did not change is not planned anew.
    case plansWhatChanged = "plans-what-changed"
    /// The next moment is the earliest of all.
    case nextMoment = "next-moment"
    /// One worker at a time.
    case oneWorker = "one-worker"
    /// Calls at the same time lose nothing and double nothing.
    case concurrentCalls = "concurrent-calls"
    /// A sound store is reported as sound.
    case reportedSound = "reported-sound"
    /// After its end a store says so.
    case endsClosed = "ends-closed"
}

/// Tries a store against every rule of the contract, each with a store of its own.
///
/// Needs no test framework: a test expects the list to be empty.
///
///     let breaches = await checkCaseStoreContract { MemoryCaseStore() }
///     #expect(breaches == [])
///
/// - Parameter store: makes a new, empty store.
/// - Returns: every breach found, in the order of the rules.
public func checkCaseStoreContract(
    _ store: @Sendable () async throws -> any CaseStore
) async -> [StoreBreach] {
    var breaches: [StoreBreach] = []
    for rule in StoreRule.allCases {
        do {
            let subject = try await store()
            if let text = try await StoreTrial(store: subject).breach(of: rule) {
                breaches.append(StoreBreach(rule, text))
            }
            await subject.shutDown()
        } catch {
            breaches.append(StoreBreach(rule, "it threw: \(error)"))
        }
    }
    return breaches
}

/// One store under trial.
struct StoreTrial {
    let store: any CaseStore

    /// What was seen against the rule; nil when the store keeps it.
    func breach(of rule: StoreRule) async throws -> String? {
        switch rule {
        case .caseKept: try await caseKept()
        case .caseOnce: try await caseOnce()
        case .logChained: try await logChained()
        case .recordedOnce: try await recordedOnce()
        case .factsGuarded: try await factsGuarded()
        case .closedTakesNothing: try await closedTakesNothing()
        case .forgetErases: try await forgetErases()
        case .forgetWaits: try await forgetWaits()
        case .pagesOrdered: try await pagesOrdered()
        case .limitsRefused: try await limitsRefused()
        case .preparationKept: try await preparationKept()
        case .keyOnce: try await keyOnce()
        case .orderFromFacts: try await orderFromFacts()
        case .orderAlone: try await orderAlone()
        case .enqueueWhole: try await enqueueWhole()
        case .claimsWhatIsDue: try await claimsWhatIsDue()
        case .claimedOnce: try await claimedOnce()
        case .channelsHeeded: try await channelsHeeded()
        case .oneAskedFor: try await oneAskedFor()
        case .claimWhole: try await claimWhole()
        case .progressKept: try await progressKept()
        case .rescueAfterLease: try await rescueAfterLease()
        case .lateRefused: try await lateRefused()
        case .settledKept: try await settledKept()
        case .settleEach: try await settleEach()
        case .revisionGuarded: try await revisionGuarded()
        case .revisionWhole: try await revisionWhole()
        case .newIsUnmarked: try await store.mark() == nil ? nil : "a new store has a mark"
        case .holdHolds: try await holdHolds()
        case .pausesKept: try await pausesKept()
        case .warningsKept: try await warningsKept()
        case .reminderOnce: try await reminderOnce()
        case .sheetKept: try await sheetKept()
        case .sheetForgotten: try await sheetForgotten()
        case .plansWhatChanged: try await plansWhatChanged()
        case .nextMoment: try await nextMoment()
        case .oneWorker: try await oneWorker()
        case .concurrentCalls: try await concurrentCalls()
        case .reportedSound: try await reportedSound()
        case .endsClosed: try await endsClosed()
        }
    }

    /// Nil when the call is refused as wanted, else what happened instead.
    func refusal(
        _ wanted: (CaseStoreError) -> Bool, _ call: () async throws(CaseStoreError) -> Void
    ) async -> String? {
        do throws(CaseStoreError) {
            try await call()
            return "a call went through that must be refused"
        } catch {
            return wanted(error) ? nil : "a call was refused for another reason: \(error)"
        }
    }
}
