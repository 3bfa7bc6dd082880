public import ContactRouting
internal import Foundation

extension DeliveryStanding {
    /// How a delivery stands in its life, ready to be stored.
    ///
    /// - Throws: `CaseStoreError.stateUnreadable` when a value in it has no JSON form.
    public init(_ lifecycle: DeliveryLifecycle) throws(CaseStoreError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let detail = try? encoder.encode(lifecycle),
            let state = try? StateName(parsing: lifecycle.state.kind.rawValue)
        else { throw .stateUnreadable }
        let pauses = if case .waiting(_, .account) = lifecycle.state { true } else { false }
        self.init(
            state, detail: Array(detail), due: lifecycle.nextAction, pausesChannel: pauses,
            warnsAt: lifecycle.delayWarning())
    }

    /// The life of the delivery as it was stored.
    ///
    /// - Throws: `CaseStoreError.stateUnreadable` when its case is forgotten, or another version wrote it.
    public func lifecycle() throws(CaseStoreError) -> DeliveryLifecycle {
        guard
            let lifecycle = try? JSONDecoder().decode(DeliveryLifecycle.self, from: Data(detail.reveal())),
            lifecycle.state.kind.rawValue == state.text
        else { throw .stateUnreadable }
        return lifecycle
    }
}
