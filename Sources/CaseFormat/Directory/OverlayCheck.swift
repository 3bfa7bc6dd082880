internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// What an overlay must agree on with the directory below it.
///
/// Each of the two is right by itself; together they must be too.
struct OverlayCheck {
    private let overlay: Directory
    private let base: Directory
    private let intake: Intake
    /// Merchants and institutions of the directory below that the overlay leaves as they are.
    private let merchants: [Merchant]
    private let institutions: [Institution]

    init(of overlay: Directory, over base: Directory, _ intake: Intake) {
        self.overlay = overlay
        self.base = base
        self.intake = intake
        let replaced = Set(overlay.merchants.map(\.id) + overlay.institutions.map(\.id))
        merchants = base.merchants.filter { !replaced.contains($0.id) }
        institutions = base.institutions.filter { !replaced.contains($0.id) }
    }

    /// - Parameters:
    ///   - merchants: the overlay's lists, of which every element was read.
    func check(merchants: JSONValue?, institutions: JSONValue?, closed: JSONValue?) {
        let isInstitution = Set(base.institutions.map(\.id))
        for (merchant, value) in zip(overlay.merchants, elements(merchants))
        where isInstitution.contains(merchant.id) {
            intake.note(.duplicateEntry(merchant.id.text), at: value["id"] ?? value)
        }
        let isMerchant = Set(base.merchants.map(\.id))
        let isNamed = Set(self.merchants.compactMap(\.mediator))
        for (institution, value) in zip(overlay.institutions, elements(institutions)) {
            if isMerchant.contains(institution.id) {
                intake.note(.duplicateEntry(institution.id.text), at: value["id"] ?? value)
            }
            if institution.kind != .mediator, isNamed.contains(institution.id) {
                intake.note(.contradiction(.mediatorStillNamed), at: value["kind"] ?? value)
            }
        }
        let kept = self.merchants.flatMap(\.channels) + self.institutions.flatMap(\.channels)
        for (service, value) in zip(overlay.closed, elements(closed))
        where kept.contains(where: { $0.channel == service.id && !$0.validity.isOver(before: service.since) })
        {
            intake.note(.contradiction(.closedButOffered), at: value["id"] ?? value)
        }
    }

    private func elements(_ list: JSONValue?) -> [JSONValue] { list?.elements.map { Array($0) } ?? [] }
}

extension Directory {
    /// Every channel that an entry offers on some day.
    var offeredChannels: Set<ChannelName> {
        Set(merchants.flatMap(\.channels).map(\.channel) + institutions.flatMap(\.channels).map(\.channel))
    }
}
