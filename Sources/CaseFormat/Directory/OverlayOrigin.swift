public import ContactRouting

/// Which entries of a directory an overlay brought, and which of these stand in place of others.
public struct OverlayOrigin: Hashable, Sendable {
    /// Where an entry stands.
    public enum Origin: String, Hashable, Sendable, CaseIterable {
        case directory
        /// In the overlay only.
        case overlay
        /// In both: the overlay's counts.
        case replaced
    }

    private let entries: [EntryID: Origin]
    private let closed: [ChannelName: Origin]
    private let distrusted: [HostName: Origin]

    init(of overlay: Directory, over base: Directory) {
        entries = Self.origins(
            overlay.merchants.map(\.id) + overlay.institutions.map(\.id),
            over: base.merchants.map(\.id) + base.institutions.map(\.id))
        closed = Self.origins(overlay.closed.map(\.id), over: base.closed.map(\.id))
        distrusted = Self.origins(overlay.distrusted.map(\.host), over: base.distrusted.map(\.host))
    }

    public func origin(of entry: EntryID) -> Origin { entries[entry] ?? .directory }

    public func origin(ofClosed service: ChannelName) -> Origin { closed[service] ?? .directory }

    public func origin(of host: HostName) -> Origin { distrusted[host] ?? .directory }

    private static func origins<ID: Hashable>(_ upper: [ID], over lower: [ID]) -> [ID: Origin] {
        let present = Set(lower)
        return Dictionary(
            upper.map { ($0, present.contains($0) ? .replaced : .overlay) },
            uniquingKeysWith: { first, _ in first })
    }
}
