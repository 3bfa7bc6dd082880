// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target, tests included.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

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
        .target(name: "CivilCalendar", swiftSettings: strict),
        .target(name: "Digests", dependencies: ["COpenSSL"], swiftSettings: strict),
        .target(name: "JSONText", swiftSettings: strict),
        .target(name: "PDFWriting", dependencies: ["CDeflate", "CHarfBuzz"], swiftSettings: strict),
        .target(name: "PhoneNumbers", dependencies: ["CPhoneNumber"], swiftSettings: strict),

        // Layer 1
        .target(name: "ContactRouting", dependencies: ["CivilCalendar"], swiftSettings: strict),
        .target(name: "OpeningHours", dependencies: ["CivilCalendar"], swiftSettings: strict),
        .target(
            name: "Typesetting", dependencies: ["CFriBidi", "CHarfBuzz", "PDFWriting"], swiftSettings: strict),

        // Layer 2
        .target(
            name: "CaseFormat",
            dependencies: [
                "CivilCalendar", "ContactRouting", "Digests", "JSONText", "OpeningHours", "PhoneNumbers",
            ], swiftSettings: strict),
        .target(
            name: "CaseStore", dependencies: ["CivilCalendar", "ContactRouting", "Digests"],
            swiftSettings: strict),
        .target(
            name: "ChannelPluginKit", dependencies: ["CivilCalendar", "ContactRouting", "JSONText"],
            swiftSettings: strict),
        .target(
            name: "OpeningHoursFoundation", dependencies: ["CivilCalendar", "OpeningHours"],
            swiftSettings: strict),
        .target(name: "Texts", dependencies: ["CivilCalendar", "ContactRouting"], swiftSettings: strict),

        // Layer 3
        .target(
            name: "CaseStoreSQLite",
            dependencies: [
                "CaseStore", "CivilCalendar", "ContactRouting", "Digests",
                .product(name: "GRDB", package: "GRDB.swift"),
            ], swiftSettings: strict),
        .target(
            name: "CaseStoreTesting",
            dependencies: ["CaseStore", "CivilCalendar", "ContactRouting", "Digests"],
            swiftSettings: strict),
        .target(
            name: "ChannelPluginTesting",
            dependencies: ["ChannelPluginKit", "CivilCalendar", "ContactRouting"], swiftSettings: strict),
        .target(
            name: "CurlTransport",
            dependencies: ["CCurl", "ChannelPluginKit", "CivilCalendar", "ContactRouting"],
            swiftSettings: strict),
        .target(
            name: "LetterWriting",
            dependencies: [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "JSONText", "PDFWriting", "Texts",
                "Typesetting",
            ], resources: [.embedInCode("Templates")], swiftSettings: strict),
        .target(
            name: "Outbox",
            dependencies: ["CaseStore", "ChannelPluginKit", "CivilCalendar", "ContactRouting"],
            swiftSettings: strict),

        // Layer 4
        .target(
            name: "Bank",
            dependencies: ["ChannelPluginKit", "ContactRouting", "LetterWriting", "Texts"],
            path: "Plugins/Bank", swiftSettings: strict),
        .target(
            name: "Callback",
            dependencies: [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "JSONText", "LetterWriting", "Texts",
            ], path: "Plugins/Callback", swiftSettings: strict),
        .target(
            name: "Chat", dependencies: ["ChannelPluginKit", "ContactRouting", "LetterWriting"],
            path: "Plugins/Chat", swiftSettings: strict),
        .target(
            name: "Email",
            dependencies: [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "LetterWriting", "Typesetting",
            ],
            path: "Plugins/Email", swiftSettings: strict),
        .target(
            name: "Mediator",
            dependencies: ["ChannelPluginKit", "ContactRouting", "LetterWriting", "Texts"],
            path: "Plugins/Mediator", swiftSettings: strict),
        .target(
            name: "OnlineForm",
            dependencies: ["ChannelPluginKit", "CivilCalendar", "ContactRouting", "LetterWriting", "Texts"],
            path: "Plugins/OnlineForm", swiftSettings: strict),
        .target(
            name: "Phone",
            dependencies: [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "LetterWriting", "Typesetting",
            ], path: "Plugins/Phone", swiftSettings: strict),
        .target(
            name: "RegisteredMail",
            dependencies: [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "LetterWriting", "Texts",
                "Typesetting",
            ], path: "Plugins/RegisteredMail", swiftSettings: strict),
        .target(
            name: "SellerMessage", dependencies: ["ChannelPluginKit", "ContactRouting", "LetterWriting"],
            path: "Plugins/SellerMessage", swiftSettings: strict),
        .target(
            name: "SocialMessage",
            dependencies: ["ChannelPluginKit", "ContactRouting", "LetterWriting", "Texts"],
            path: "Plugins/SocialMessage", swiftSettings: strict),
        .target(
            name: "Webhook",
            dependencies: [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "JSONText", "LetterWriting", "Texts",
            ], path: "Plugins/Webhook", swiftSettings: strict),

        // Layer 5
        .target(
            name: "CaseFlow",
            dependencies: [
                "CaseFormat", "ChannelPluginKit", "CivilCalendar", "ContactRouting", "Digests", "JSONText",
                "OpeningHours", "PhoneNumbers", "Texts",
            ], swiftSettings: strict),

        // Layer 6
        .target(
            name: "Assembly",
            dependencies: [
                "Bank", "Callback", "CaseFlow", "CaseFormat", "ChannelPluginKit", "Chat", "CivilCalendar",
                "ContactRouting", "Digests", "Email", "JSONText", "LetterWriting", "Mediator", "OnlineForm",
                "Outbox", "Phone", "RegisteredMail", "SellerMessage", "SocialMessage", "Webhook",
            ], resources: [.embedInCode("../../channels.json")], swiftSettings: strict),

        // Layer 8
        .executableTarget(
            name: "recours",
            dependencies: [
                "Assembly", "CaseFlow", "CaseFormat", "ChannelPluginKit", "CivilCalendar", "ContactRouting",
                "Digests", "JSONText", "OpeningHours", "Texts",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),

        // Tests
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(
            name: "BankTests",
            dependencies: [
                "Bank", "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting",
                "JSONText", "LetterTestSupport", "LetterWriting",
            ], exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "CallbackTests",
            dependencies: [
                "Callback", "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting",
                "JSONText", "LetterTestSupport", "TestSupport",
            ], exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "CaseFormatTests",
            dependencies: [
                "CaseFormat", "CivilCalendar", "ContactRouting", "Digests", "JSONText", "OpeningHours",
            ], swiftSettings: strict),
        .testTarget(
            name: "CaseStoreSQLiteTests",
            dependencies: [
                "CaseStore", "CaseStoreSQLite", "CaseStoreTesting", "CivilCalendar", "ContactRouting",
                "TestSupport", "store-probe", .product(name: "GRDB", package: "GRDB.swift"),
            ], swiftSettings: strict),
        .testTarget(
            name: "CaseStoreTestingTests", dependencies: ["CaseStore", "CaseStoreTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "CaseStoreTests",
            dependencies: ["CaseStore", "CivilCalendar", "ContactRouting", "Digests"],
            swiftSettings: strict),
        .testTarget(
            name: "ChannelPluginKitTests",
            dependencies: ["ChannelPluginKit", "CivilCalendar", "ContactRouting", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ChannelPluginTestingTests",
            dependencies: ["ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting"],
            swiftSettings: strict),
        .testTarget(
            name: "ChatTests",
            dependencies: [
                "ChannelPluginKit", "ChannelPluginTesting", "Chat", "ContactRouting", "LetterTestSupport",
                "LetterWriting",
            ], swiftSettings: strict),
        .testTarget(
            name: "CivilCalendarTests", dependencies: ["CivilCalendar", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests", dependencies: ["PDFChecking", "recours"], swiftSettings: strict),
        .testTarget(
            name: "ContactRoutingTests", dependencies: ["CivilCalendar", "ContactRouting", "JSONText"],
            swiftSettings: strict),
        .testTarget(
            name: "CurlTransportTests",
            dependencies: [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "CurlTransport", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: strict),
        .testTarget(
            name: "EmailTests",
            dependencies: [
                "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting", "Email",
                "LetterTestSupport", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "FlowTests",
            dependencies: [
                "Assembly", "CaseFlow", "CaseFormat", "ChannelPluginKit", "CivilCalendar", "ContactRouting",
                "CurlTransport", "JSONText", "LetterTestSupport", "TestSupport", "Texts",
            ], exclude: ["Cases"], swiftSettings: strict),
        .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: strict),
        .testTarget(
            name: "LetterPlanTests",
            dependencies: ["ChannelPluginKit", "CivilCalendar", "ContactRouting", "LetterTestSupport"],
            swiftSettings: strict),
        .target(
            name: "LetterTestSupport", dependencies: ["ChannelPluginKit", "CivilCalendar", "ContactRouting"],
            path: "Tests/LetterTestSupport", swiftSettings: strict),
        .testTarget(
            name: "LetterWritingTests",
            dependencies: [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "Digests", "JSONText",
                "LetterTestSupport", "LetterWriting", "PDFChecking", "PDFWriting", "TestSupport",
                "Typesetting",
            ], exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "MediatorTests",
            dependencies: [
                "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting", "JSONText",
                "LetterTestSupport", "LetterWriting", "Mediator",
            ], swiftSettings: strict),
        .testTarget(
            name: "OnlineFormTests",
            dependencies: [
                "ChannelPluginKit", "ChannelPluginTesting", "ContactRouting", "JSONText", "LetterTestSupport",
                "OnlineForm",
            ], exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "OpeningHoursFoundationTests",
            dependencies: ["CivilCalendar", "OpeningHours", "OpeningHoursFoundation"], swiftSettings: strict),
        .testTarget(
            name: "OpeningHoursTests", dependencies: ["CivilCalendar", "OpeningHours", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "OutboxTests",
            dependencies: [
                "CaseStore", "CaseStoreTesting", "ChannelPluginKit", "CivilCalendar", "ContactRouting",
                "Outbox", "TestSupport",
            ], swiftSettings: strict),
        .target(
            name: "PDFChecking", dependencies: ["CDeflate"], path: "Tests/PDFChecking", swiftSettings: strict),
        .testTarget(
            name: "PDFCheckingTests", dependencies: ["PDFChecking", "PDFWriting", "Typesetting"],
            swiftSettings: strict),
        .testTarget(
            name: "PDFWritingTests", dependencies: ["PDFChecking", "PDFWriting"],
            swiftSettings: strict),
        .testTarget(name: "PhoneNumbersTests", dependencies: ["PhoneNumbers"], swiftSettings: strict),
        .testTarget(
            name: "PhoneTests",
            dependencies: [
                "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting",
                "LetterTestSupport", "LetterWriting", "Phone", "TestSupport",
            ], exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "RegisteredMailTests",
            dependencies: [
                "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting",
                "LetterTestSupport", "LetterWriting", "PDFChecking", "RegisteredMail", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "SellerMessageTests",
            dependencies: [
                "ChannelPluginKit", "ChannelPluginTesting", "ContactRouting", "LetterTestSupport",
                "LetterWriting", "SellerMessage",
            ], exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "SocialMessageTests",
            dependencies: [
                "ChannelPluginKit", "ChannelPluginTesting", "ContactRouting", "LetterTestSupport",
                "SocialMessage",
            ], exclude: ["Goldens"], swiftSettings: strict),
        .executableTarget(
            name: "store-probe",
            dependencies: [
                "CaseStore", "CaseStoreSQLite", "CaseStoreTesting", "CivilCalendar", "ContactRouting",
            ], path: "Tests/StoreProbe", swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["CurlTransport"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "TextsTests", dependencies: ["CivilCalendar", "ContactRouting", "Texts"],
            swiftSettings: strict),
        .testTarget(
            name: "TypesettingTests", dependencies: ["PDFChecking", "PDFWriting", "Typesetting"],
            exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(
            name: "WebhookTests",
            dependencies: [
                "CaseFormat", "ChannelPluginKit", "ChannelPluginTesting", "CivilCalendar", "ContactRouting",
                "JSONText", "LetterTestSupport", "Webhook",
            ], exclude: ["Goldens"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
