public import CaseFormat
public import CivilCalendar
public import ContactRouting
public import JSONText

/// The arrow from a decision of the past to today's: decides again for the same moment and compares.
public struct Replaying: Sendable {
    /// What came of it.
    public struct Replay: Sendable {
        public let comparison: DecisionComparison
        /// Today's decision, for the moment of the one in the file.
        public let decision: Decision
        /// The facts it was made of.
        public let facts: ContactCase
        /// The person's zone.
        public let zone: TimeZoneRules
        /// Contacts of the case that are later than the decision.
        public let contactsLeftOut: Int
        let stamp: DecisionStamp

        /// Writes the comparison where a value is expected.
        public func write(to writer: inout JSONWriter) {
            ComparisonWriter().write(comparison, stamp: stamp, contactsLeftOut: contactsLeftOut, to: &writer)
        }
    }

    private let deciding: Deciding
    private let rendering: Rendering

    public init(_ deciding: Deciding, _ rendering: Rendering) {
        self.deciding = deciding
        self.rendering = rendering
    }

    /// Decides again what a file holds.
    ///
    /// - Parameter loaded: today's case, read as of the decision's moment.
    /// - Throws: `CaseFlowError`.
    public func replay(_ recorded: DecisionRecord, of loaded: LoadedCase) throws(CaseFlowError) -> Replay {
        let stamp = try rendering.stamp(of: loaded)
        var facts = loaded.facts
        // `explain` asks about a channel that the case itself does not name.
        let isSameCase = stamp.caseDigest == recorded.basis.caseDigest
        if let asked = recorded.asked?.channel, isSameCase || facts.preferences.askedChannel == nil {
            facts.preferences.askedChannel = asked
        }
        let decision = try deciding.decide(facts, at: recorded.decidedAt)
        do throws(CaseFormatError) {
            return Replay(
                comparison: try DecisionComparison(recorded, today: decision, of: facts, stamp: stamp),
                decision: decision, facts: facts, zone: stamp.zone, contactsLeftOut: loaded.contactsLeftOut,
                stamp: stamp)
        } catch {
            throw .notReplayable(error)
        }
    }
}
