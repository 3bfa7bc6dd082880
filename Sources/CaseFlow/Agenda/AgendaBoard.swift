internal import CaseFormat
public import CaseStore
public import CivilCalendar
public import ContactRouting
internal import Outbox
public import Texts

/// What is due over all open cases at one moment: what can be done now, and what comes.
public struct AgendaBoard: Sendable {
    /// A case in which something can be done now.
    public struct Present: Sendable {
        public let caseReference: CaseReference
        public let phrasebook: Phrasebook
        /// The best channel; nil when nothing is to be done but what waits.
        public let channel: ChannelName?
        /// The delivery by which that step is under way already; nil when the step is still to be taken.
        public let underway: StepUnderway?
        /// Deliveries that wait for the person's word.
        public let awaiting: [DeliveryRecord]
        /// Deliveries that have been tried in vain for longer than they should take.
        public let delayed: [DelayEntry]
    }

    /// Something that is due in a case.
    public struct Coming: Sendable {
        public let caseReference: CaseReference
        public let phrasebook: Phrasebook
        public let item: AgendaItem
        /// A sentence or two about it.
        public let text: String
    }

    public let now: Instant
    /// In the order of the references.
    public private(set) var present: [Present] = []
    /// Nearest first.
    public private(set) var coming: [Coming] = []
    /// Cases that cannot be read, with the reason.
    public private(set) var unreadable: [(CaseReference, String)] = []

    /// Cases that are read together.
    private static let pageMax = 200

    /// Looks through the open cases.
    ///
    /// - Parameters:
    ///   - days: how far to look ahead.
    ///   - language: of the words; nil follows each case.
    /// - Throws: `CaseStoreError`.
    /// - Complexity: O(open cases), a decision for each.
    public init(
        _ shelf: CaseShelf, at now: Instant, days: Int, language: Language? = nil
    ) async throws(CaseStoreError) {
        self.now = now
        var last: CaseReference?
        repeat {
            let page = try await shelf.store.cases(.open, after: last, limit: Self.pageMax)
            for summary in page { await add(summary.reference, from: shelf, days: days, language) }
            last = page.count < Self.pageMax ? nil : page.last?.reference
        } while last != nil
        coming.sort { ($0.item.moment, $0.caseReference) < ($1.item.moment, $1.caseReference) }
    }

    private mutating func add(
        _ reference: CaseReference, from shelf: CaseShelf, days: Int, _ language: Language?
    ) async {
        do throws(CaseFlowError) {
            let stored = try await shelf.stored(reference, asOf: now)
            let decision = try shelf.deciding.decide(stored.factsForNextStep, at: now)
            let phrasebook = Phrasebook(
                for: stored.facts, at: now, in: shelf.deciding.directory.directory, zone: stored.zone,
                language: language)
            let awaiting = stored.deliveries.filter { !$0.forgotten && $0.life.state.kind.asksPerson }
            let delayed = stored.deliveries.compactMap { $0.delay(at: now) }
            if decision.best != nil || !awaiting.isEmpty || !delayed.isEmpty {
                present.append(
                    Present(
                        caseReference: reference, phrasebook: phrasebook, channel: decision.best?.channel,
                        underway: stored.underway(of: decision), awaiting: awaiting,
                        delayed: delayed))
            }
            let end = stored.zone.endOfDay(stored.zone.day(at: now).adding(days: days))
            let agenda = Agenda(
                stored.facts, decision: decision, zone: stored.zone, tasks: stored.tasks)
            for item in agenda.items where item.moment <= end {
                coming.append(
                    Coming(
                        caseReference: reference, phrasebook: phrasebook, item: item,
                        text: phrasebook.text(of: item, in: decision)))
            }
        } catch {
            unreadable.append((reference, error.description))
        }
    }
}
