/// Imports that the layer table would allow and that are forbidden all the same.
///
/// The list of `docs/architecture.md`, one entry each.
enum ForbiddenImports {
    private static let stores: Set<String> = ["CaseStore", "CaseStoreSQLite", "CaseStorePostgreSQL"]
    private static let engines: Set<String> = ["CurlTransport", "CaseStoreSQLite", "CaseStorePostgreSQL"]
    private static let closedToPlugins: Set<String> = [
        "Outbox", "CaseFlow", "OpeningHours", "PhoneNumbers", "CurlTransport",
    ]
    private static let mayImportAssembly: Set<String> = ["RecoursWeb", "recours"]

    /// Why `from` may not import `to`; empty when it may.
    static func reasons(_ from: TargetShape, _ to: TargetShape) -> [String] {
        [
            fromTheDomain(from, to), fromAPlugin(from, to), fromTheFlow(from, to), intoAssembly(from, to),
        ].compactMap { $0 }
    }

    private static func fromTheDomain(_ from: TargetShape, _ to: TargetShape) -> String? {
        guard from.name == "ContactRouting", to.name != "CivilCalendar" else { return nil }
        return "ContactRouting may import nothing of ours but CivilCalendar"
    }

    private static func fromAPlugin(_ from: TargetShape, _ to: TargetShape) -> String? {
        guard from.isPlugin else { return nil }
        if to.isPlugin { return "a plugin knows its own channel and no other plugin" }
        if stores.contains(to.name) { return "a plugin stores nothing" }
        guard closedToPlugins.contains(to.name) else { return nil }
        return "a plugin gets slots, checked numbers and transport handed in"
    }

    private static func fromTheFlow(_ from: TargetShape, _ to: TargetShape) -> String? {
        guard from.name == "CaseFlow", engines.contains(to.name) || to.isPlugin else { return nil }
        return "CaseFlow speaks to ports; Assembly plugs the adapters in"
    }

    private static func intoAssembly(_ from: TargetShape, _ to: TargetShape) -> String? {
        guard to.name == "Assembly", !mayImportAssembly.contains(from.name) else { return nil }
        return "only the two fronts may import Assembly"
    }
}
