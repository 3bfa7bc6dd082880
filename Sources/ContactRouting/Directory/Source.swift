public import CivilCalendar

/// Where a fact comes from, when it was checked, and how far to trust it.
public struct Source: Hashable, Sendable, Codable {
    public enum Confidence: String, Hashable, Sendable, Codable, CaseIterable { case high, medium, low }

    public var url: WebLink?
    /// A short name: an article of law, a page, a press article.
    public var title: String?
    public var checkedOn: CivilDay
    public var confidence: Confidence
    /// From the day after this one the fact is shown as stale and scores lower.
    public var staleAfter: CivilDay

    public init(
        url: WebLink?, title: String?, checkedOn: CivilDay, confidence: Confidence, staleAfter: CivilDay
    ) {
        self.url = url
        self.title = title
        self.checkedOn = checkedOn
        self.confidence = confidence
        self.staleAfter = staleAfter
    }

    public func isStale(on day: CivilDay) -> Bool { day > staleAfter }
}
