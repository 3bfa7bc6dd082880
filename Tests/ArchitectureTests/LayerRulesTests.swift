import Testing

@Suite("LayerRules")
struct LayerRulesTests {
    /// A small world with one target of every sort.
    private static let page = """
        # Any page
        ```layers
        8  recours
        6  Assembly
        5  CaseFlow
        4  Plugins/*
        3  CurlTransport   CCurl
        3  CaseStoreSQLite
        3  ChannelPluginTesting
        2  CaseStore
        2  ChannelPluginKit
        1  ContactRouting
        1  OpeningHours
        0  CivilCalendar
        0  JSONText
        0  PhoneNumbers    CPhoneNumber
        ```
        """

    private static let world: [TargetShape] = [
        TargetShape("recours", type: "executable"), TargetShape("Assembly"), TargetShape("CaseFlow"),
        TargetShape("Email", path: "Plugins/Email"), TargetShape("Callback", path: "Plugins/Callback"),
        TargetShape("CurlTransport"), TargetShape("CaseStoreSQLite"), TargetShape("ChannelPluginTesting"),
        TargetShape("CaseStore"), TargetShape("ChannelPluginKit"), TargetShape("ContactRouting"),
        TargetShape("OpeningHours"), TargetShape("CivilCalendar"), TargetShape("JSONText"),
        TargetShape("PhoneNumbers"), TargetShape("CCurl", type: "system-target"),
        TargetShape("CPhoneNumber"), TargetShape("TestSupport", path: "Tests/TestSupport"),
        TargetShape("FlowTests", type: "test", path: "Tests/FlowTests"),
    ]

    /// The world with some dependencies in its manifest.
    private static func breaches(declaring edges: [(String, String)], imports: [Edge] = []) throws -> [Breach]
    {
        let targets = world.map { target in
            TargetShape(
                target.name, type: target.type, path: target.path,
                dependencies: edges.filter { $0.0 == target.name }.map(\.1))
        }
        return try LayerRules(table: LayerTable(parsing: page)).breaches(targets: targets, imports: imports)
    }

    @Test("what the table allows is no breach")
    func allowed() throws {
        let breaches = try Self.breaches(
            declaring: [
                ("recours", "Assembly"), ("recours", "CaseFlow"), ("Assembly", "Email"),
                ("CaseFlow", "OpeningHours"),
                ("Email", "ChannelPluginKit"), ("Email", "JSONText"), ("CurlTransport", "CCurl"),
                ("ContactRouting", "CivilCalendar"), ("FlowTests", "Assembly"), ("FlowTests", "TestSupport"),
                ("FlowTests", "ChannelPluginTesting"),
            ],
            imports: [
                Edge(from: "Email", to: "JSONText", place: "a.swift:1"),
                Edge(from: "Email", to: "Foundation", place: "a.swift:2"),
            ])

        #expect(breaches == [])
    }

    @Test(
        "a forbidden import is a breach that names both sides",
        arguments: [
            ("ContactRouting", "JSONText", "nothing of ours but CivilCalendar"),
            ("Email", "Callback", "no other plugin"),
            ("Email", "CaseStore", "stores nothing"),
            ("Email", "CaseStoreSQLite", "stores nothing"),
            ("Email", "OpeningHours", "handed in"),
            ("Email", "PhoneNumbers", "handed in"),
            ("Email", "CurlTransport", "handed in"),
            ("Email", "CaseFlow", "only lower layers"),
            ("Email", "CCurl", "only its door"),
            ("CurlTransport", "CPhoneNumber", "only its door"),
            ("CaseFlow", "CurlTransport", "speaks to ports"),
            ("CaseFlow", "CaseStoreSQLite", "speaks to ports"),
            ("CaseFlow", "Email", "speaks to ports"),
            ("CaseFlow", "Assembly", "only the two fronts"),
            ("OpeningHours", "ContactRouting", "only lower layers"),
            ("CivilCalendar", "ContactRouting", "only lower layers"),
            ("recours", "ChannelPluginTesting", "test code reaches an executable"),
            ("recours", "TestSupport", "test code reaches an executable"),
        ])
    func forbidden(from: String, to: String, expected: String) throws {
        let texts = try Self.breaches(declaring: [(from, to)]).map(\.description)

        #expect(texts.contains { $0.contains(from) && $0.contains(to) && $0.contains(expected) }, "\(texts)")
    }

    @Test("test code behind another target still counts as part of the executable")
    func testCodeBehindAnotherTarget() throws {
        let breaches = try Self.breaches(
            declaring: [("recours", "Assembly"), ("Assembly", "ChannelPluginTesting")])

        #expect(
            breaches.contains(.testCodeInExecutable(path: ["recours", "Assembly", "ChannelPluginTesting"])))
    }

    @Test("an import that the manifest does not list is a breach, and so is what it reaches")
    func undeclaredImport() throws {
        let edge = Edge(from: "Email", to: "OpeningHours", place: "Plugins/Email/Slot.swift:3")

        let breaches = try Self.breaches(declaring: [], imports: [edge])

        #expect(breaches.contains(.undeclaredImport(edge)))
        #expect(breaches.contains { $0.description.contains("handed in") })
    }

    @Test("a target without a row is a breach")
    func unknownTarget() throws {
        let table = try LayerTable(parsing: Self.page)

        let breaches = LayerRules(table: table).breaches(targets: [TargetShape("Shortcuts")], imports: [])

        #expect(breaches == [.unknownTarget("Shortcuts")])
    }
}
