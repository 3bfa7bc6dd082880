/// The verdicts on what is not usable, as the examination left them: laid out for reading when somebody asks.
struct Refusals: Sendable {
    private let offers: OffersForIssue
    private let findings: Findings
    private let deadlines: [Deadline]
    private let whenOpen: [(candidate: Int, whenOpen: WhenOpen)]

    init(
        _ offers: OffersForIssue, _ findings: Findings, deadlines: [Deadline],
        whenOpen: [(candidate: Int, whenOpen: WhenOpen)]
    ) {
        self.offers = offers
        self.findings = findings
        self.deadlines = deadlines
        self.whenOpen = whenOpen
    }

    /// Those that this case refuses in the directory's order, then those that no case with such an issue is offered.
    ///
    /// - Complexity: O(channels + objections).
    var channels: [RefusedChannel] { ofCase + unoffered.channels }

    /// The channels that no case with such an issue is offered.
    var unoffered: UnofferedChannels { offers.unoffered }

    /// Those that this case refuses, in the directory's order.
    ///
    /// - Complexity: O(channels + objections).
    var ofCase: [RefusedChannel] {
        let found = findings.byCandidate
        var refused: [RefusedChannel] = []
        refused.reserveCapacity(offers.serving.count)
        var next = 0
        for (place, offer) in offers.serving.enumerated() {
            guard next < found.count, findings.candidates[next].traits.place == place else {
                refused.append(RefusedChannel(notOffered: offer))
                continue
            }
            if !found[next].isEmpty {
                let objections = found[next].map {
                    Objection($0, against: offer, among: offers, deadlines: deadlines)
                }
                let waiting = whenOpen.first { $0.candidate == next }?.whenOpen
                refused.append(RefusedChannel(offer: offer, objections: objections, whenOpen: waiting))
            }
            next += 1
        }
        return refused
    }
}

/// The channels that no case with one kind of issue against one merchant is offered.
///
/// One object for all decisions of such cases, so that whoever writes many of them can keep what it wrote of these.
public final class UnofferedChannels: Sendable {
    public let channels: [RefusedChannel]
    /// Whether other cases get the same object: not for a merchant that only one case describes.
    public let isShared: Bool

    init(_ channels: [RefusedChannel], isShared: Bool) {
        self.channels = channels
        self.isShared = isShared
    }
}
