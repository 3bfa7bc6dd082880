// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target, tests included.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

extension Target {
    /// A library of ours, in `Sources/`.
    static func module(
        _ name: String, _ dependencies: [Dependency] = [], path: String? = nil, resources: [Resource]? = nil
    ) -> Target {
        .target(
            name: name, dependencies: dependencies, path: path, resources: resources, swiftSettings: strict)
    }

    /// A channel plugin, in `Plugins/`.
    static func plugin(_ name: String, _ dependencies: [Dependency]) -> Target {
        .module(name, dependencies, path: "Plugins/\(name)")
    }

    static func program(_ name: String, _ dependencies: [Dependency], path: String? = nil) -> Target {
        .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
    }

    static func tests(_ name: String, _ dependencies: [Dependency] = [], exclude: [String] = []) -> Target {
        .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
    }

    /// What several test targets share, in `Tests/`.
    static func testModule(_ name: String, _ dependencies: [Dependency]) -> Target {
        .module(name, dependencies, path: "Tests/\(name)")
    }
}

let package = Package(
    name: "recours",
    products: [
        .executable(name: "recours", targets: ["recours"]),
        .library(name: "CivilCalendar", targets: ["CivilCalendar"]),
        .library(name: "OpeningHours", targets: ["OpeningHours"]),
        .library(name: "OpeningHoursFoundation", targets: ["OpeningHoursFoundation"]),
        .library(name: "ContactRouting", targets: ["ContactRouting"]),
        .library(name: "CaseFormat", targets: ["CaseFormat"]),
        .library(name: "CaseFlow", targets: ["CaseFlow"]),
        .library(name: "CurlTransport", targets: ["CurlTransport"]),
        .library(name: "CaseStore", targets: ["CaseStore"]),
        .library(name: "CaseStoreSQLite", targets: ["CaseStoreSQLite"]),
        .library(name: "CaseStoreTesting", targets: ["CaseStoreTesting"]),
        .library(name: "Outbox", targets: ["Outbox"]),
        .library(name: "LetterWriting", targets: ["LetterWriting"]),
        .library(name: "Typesetting", targets: ["Typesetting"]),
        .library(name: "ChannelPluginKit", targets: ["ChannelPluginKit"]),
        .library(name: "ChannelPluginTesting", targets: ["ChannelPluginTesting"]),
        .library(name: "Assembly", targets: ["Assembly"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        // Doors to C libraries.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CFriBidi", pkgConfig: "fribidi", providers: [.apt(["libfribidi-dev"])]),
        .systemLibrary(
            name: "CHarfBuzz", pkgConfig: "harfbuzz harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),

        // Layer 0
        .module("CivilCalendar"),
        .module("Digests", ["COpenSSL"]),
        .module("JSONText"),
        .module("PDFWriting", ["CDeflate", "CHarfBuzz"]),
        .module("PhoneNumbers", ["CPhoneNumber"]),

        // Layer 1
        .module("CalendarText", ["CivilCalendar"]),
        .module("ContactRouting", ["CivilCalendar"]),
        .module("OpeningHours", ["CivilCalendar"]),
        .module("Typesetting", ["CFriBidi", "CHarfBuzz", "PDFWriting"]),

        // Layer 2
        .module(
            "CaseFormat",
            ["CivilCalendar", "ContactRouting", "Digests", "JSONText", "OpeningHours", "PhoneNumbers"]),
        .module("CaseStore", ["CivilCalendar", "ContactRouting", "Digests"]),
        .module("ChannelPluginKit", ["CivilCalendar", "ContactRouting", "JSONText"]),
        .module("OpeningHoursFoundation", ["CivilCalendar", "OpeningHours"]),
        .module("Texts", ["CivilCalendar", "ContactRouting"]),

        // Layer 3
        .module(
            "CaseStoreSQLite",
            [
                "CaseStore", "CivilCalendar", "ContactRouting", "Digests",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .module("CaseStoreTesting", ["CaseStore", "CivilCalendar", "ContactRouting", "Digests"]),
        .module("ChannelPluginTesting", ["ChannelPluginKit", "CivilCalendar", "ContactRouting"]),
        .module("CurlTransport", ["CCurl", "ChannelPluginKit", "CivilCalendar", "ContactRouting"]),
        .module(
            "LetterWriting",
            [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "JSONText", "PDFWriting", "Texts",
                "Typesetting",
            ], resources: [.embedInCode("Templates")]),
        .module("Outbox", ["CaseStore", "ChannelPluginKit", "CivilCalendar", "ContactRouting"]),

        // Layer 4
        .plugin("Bank", ["ChannelPluginKit", "ContactRouting", "LetterWriting", "Texts"]),
        .plugin(
            "Callback",
            [
                "CalendarText", "ChannelPluginKit", "CivilCalendar", "ContactRouting", "JSONText",
                "LetterWriting", "Texts",
            ]),
        .plugin("Chat", ["ChannelPluginKit", "ContactRouting", "LetterWriting"]),
        .plugin(
            "Email", ["ChannelPluginKit", "CivilCalendar", "ContactRouting", "LetterWriting", "Typesetting"]),
        .plugin("Mediator", ["ChannelPluginKit", "ContactRouting", "LetterWriting", "Texts"]),
        .plugin(
            "OnlineForm", ["ChannelPluginKit", "CivilCalendar", "ContactRouting", "LetterWriting", "Texts"]),
        .plugin(
            "Phone", ["ChannelPluginKit", "CivilCalendar", "ContactRouting", "LetterWriting", "Typesetting"]),
        .plugin(
            "RegisteredMail",
            [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "JSONText", "LetterWriting", "Texts",
                "Typesetting",
            ]),
        .plugin("SellerMessage", ["ChannelPluginKit", "ContactRouting", "LetterWriting"]),
        .plugin("SocialMessage", ["ChannelPluginKit", "ContactRouting", "LetterWriting", "Texts"]),
        .plugin(
            "Webhook",
            ["ChannelPluginKit", "CivilCalendar", "ContactRouting", "JSONText", "LetterWriting", "Texts"]),

        // Layer 5
        .module(
            "CaseFlow",
            [
                "CalendarText", "CaseFormat", "CaseStore", "ChannelPluginKit", "CivilCalendar",
                "ContactRouting", "Digests", "JSONText", "OpeningHours", "Outbox", "PhoneNumbers", "Texts",
            ]),

        .module(
            "Observability",
            [
                "CaseStore", "CivilCalendar", "ContactRouting", "Outbox",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        // Layer 6
        .module(
            "Assembly",
            [
                "Bank", "Callback", "CaseFlow", "CaseFormat", "CaseStore", "CaseStoreSQLite",
                "ChannelPluginKit", "Chat", "CivilCalendar", "ContactRouting", "CurlTransport", "Digests",
                "Email", "JSONText", "LetterWriting", "Mediator", "Observability", "OnlineForm", "Outbox",
                "Phone", "RegisteredMail", "SellerMessage", "SocialMessage", "Webhook",
                .product(name: "Logging", package: "swift-log"),
            ], resources: [.embedInCode("../../channels.json")]),

        // Layer 8
        .program(
            "recours",
            [
                "Assembly", "CaseFlow", "CaseFormat", "CaseStore", "ChannelPluginKit", "CivilCalendar",
                "ContactRouting", "Digests", "JSONText", "OpeningHours", "Outbox", "Texts",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Tests
        .tests("ArchitectureTests"),
        .tests(
            "AssemblyTests",
            [
                "Assembly", "ChannelPluginKit", "CivilCalendar", "ContactRouting", "CurlTransport", "Digests",
                "TestSupport",
            ]),
        .tests(
            "BankTests",
            [
                "Bank", "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting",
                "JSONText", "LetterTestSupport", "LetterWriting",
            ], exclude: ["Goldens"]),
        .tests("CalendarTextTests", ["CalendarText", "CivilCalendar"]),
        .tests(
            "CallbackTests",
            [
                "Callback", "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting",
                "JSONText", "LetterTestSupport", "TestSupport",
            ], exclude: ["Goldens"]),
        .tests(
            "CaseFormatTests",
            ["CaseFormat", "CivilCalendar", "ContactRouting", "Digests", "JSONText", "OpeningHours"]),
        .tests(
            "CaseStoreSQLiteTests",
            [
                "CaseStore", "CaseStoreSQLite", "CaseStoreTesting", "CivilCalendar", "ContactRouting",
                "TestSupport", "store-probe", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .tests("CaseStoreTestingTests", ["CaseStore", "CaseStoreTesting"]),
        .tests("CaseStoreTests", ["CaseStore", "CivilCalendar", "ContactRouting", "Digests"]),
        .tests(
            "ChannelPluginKitTests", ["ChannelPluginKit", "CivilCalendar", "ContactRouting", "TestSupport"]),
        .tests(
            "ChannelPluginTestingTests",
            ["ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting"]),
        .tests(
            "ChatTests",
            [
                "ChannelPluginKit", "ChannelPluginTesting", "Chat", "ContactRouting", "LetterTestSupport",
                "LetterWriting",
            ]),
        .tests("CivilCalendarTests", ["CivilCalendar", "TestSupport"]),
        .tests(
            "CommandLineTests", ["CaseStore", "CaseStoreSQLite", "PDFChecking", "TestSupport", "recours"]),
        .tests("ContactRoutingTests", ["CivilCalendar", "ContactRouting", "JSONText"]),
        .tests(
            "CurlTransportTests",
            ["ChannelPluginKit", "CivilCalendar", "ContactRouting", "CurlTransport", "TestSupport"]),
        .tests("DigestsTests", ["Digests"]),
        .tests(
            "EmailTests",
            [
                "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting", "Email",
                "LetterTestSupport", "TestSupport",
            ]),
        .tests(
            "FlowTests",
            [
                "Assembly", "CaseFlow", "CaseFormat", "CaseStore", "CaseStoreSQLite", "CaseStoreTesting",
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "CurlTransport", "Digests", "JSONText",
                "LetterTestSupport", "Outbox", "TestSupport", "Texts",
            ], exclude: ["Cases"]),
        .tests("JSONTextTests", ["JSONText"]),
        .tests(
            "LetterPlanTests", ["ChannelPluginKit", "CivilCalendar", "ContactRouting", "LetterTestSupport"]),
        .testModule("LetterTestSupport", ["ChannelPluginKit", "CivilCalendar", "ContactRouting"]),
        .tests(
            "LetterWritingTests",
            [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "Digests", "JSONText",
                "LetterTestSupport", "LetterWriting", "PDFChecking", "PDFWriting", "TestSupport",
                "Typesetting",
            ], exclude: ["Goldens"]),
        .tests(
            "MediatorTests",
            [
                "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting", "JSONText",
                "LetterTestSupport", "LetterWriting", "Mediator",
            ]),
        .tests(
            "ObservabilityTests",
            [
                "CaseStore", "CivilCalendar", "ContactRouting", "Observability", "Outbox",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .tests(
            "OnlineFormTests",
            [
                "ChannelPluginKit", "ChannelPluginTesting", "ContactRouting", "JSONText", "LetterTestSupport",
                "OnlineForm",
            ], exclude: ["Goldens"]),
        .tests("OpeningHoursFoundationTests", ["CivilCalendar", "OpeningHours", "OpeningHoursFoundation"]),
        .tests("OpeningHoursTests", ["CivilCalendar", "OpeningHours", "TestSupport"]),
        .tests(
            "OutboxTests",
            [
                "CaseStore", "CaseStoreTesting", "ChannelPluginKit", "CivilCalendar", "ContactRouting",
                "Digests", "Outbox", "TestSupport",
            ]),
        .testModule("PDFChecking", ["CDeflate"]),
        .tests("PDFCheckingTests", ["PDFChecking", "PDFWriting", "Typesetting"]),
        .tests("PDFWritingTests", ["PDFChecking", "PDFWriting"]),
        .tests("PhoneNumbersTests", ["PhoneNumbers"]),
        .tests(
            "PhoneTests",
            [
                "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting",
                "LetterTestSupport", "LetterWriting", "Phone", "TestSupport",
            ], exclude: ["Goldens"]),
        .tests(
            "RegisteredMailTests",
            [
                "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting",
                "LetterTestSupport", "LetterWriting", "PDFChecking", "RegisteredMail", "TestSupport",
            ]),
        .tests(
            "SellerMessageTests",
            [
                "ChannelPluginKit", "ChannelPluginTesting", "ContactRouting", "LetterTestSupport",
                "LetterWriting", "SellerMessage",
            ], exclude: ["Goldens"]),
        .tests(
            "SocialMessageTests",
            [
                "ChannelPluginKit", "ChannelPluginTesting", "ContactRouting", "LetterTestSupport",
                "SocialMessage",
            ], exclude: ["Goldens"]),
        .program(
            "store-probe",
            ["CaseStore", "CaseStoreSQLite", "CaseStoreTesting", "CivilCalendar", "ContactRouting"],
            path: "Tests/StoreProbe"),
        .testModule("TestSupport", ["CurlTransport"]),
        .tests("TextsTests", ["CivilCalendar", "ContactRouting", "Texts"]),
        .tests("TypesettingTests", ["PDFChecking", "PDFWriting", "Typesetting"], exclude: ["Goldens"]),
        .tests(
            "WebhookTests",
            [
                "CaseFormat", "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting",
                "JSONText", "LetterTestSupport", "Webhook",
            ], exclude: ["Goldens"]),
        .tests(
            "WireTests",
            [
                "Assembly", "CaseStore", "CaseStoreTesting", "ChannelPluginKit", "CivilCalendar",
                "ContactRouting", "CurlTransport", "Digests", "LetterTestSupport", "Outbox",
                "RegisteredMail", "TestSupport", "Webhook",
            ]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
