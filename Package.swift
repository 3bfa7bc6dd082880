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
    targets: [
        // Doors to C libraries.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(
            name: "CHarfBuzz", pkgConfig: "harfbuzz harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),

        // Layer 0
        .target(name: "CivilCalendar", swiftSettings: strict),
        .target(name: "JSONText", swiftSettings: strict),
        .target(name: "Digests", dependencies: ["COpenSSL"], swiftSettings: strict),
        .target(name: "PhoneNumbers", dependencies: ["CPhoneNumber"], swiftSettings: strict),
        .target(name: "PDFWriting", dependencies: ["CDeflate", "CHarfBuzz"], swiftSettings: strict),

        // Layer 1
        .target(name: "ContactRouting", dependencies: ["CivilCalendar"], swiftSettings: strict),
        .target(name: "Typesetting", dependencies: ["CHarfBuzz", "PDFWriting"], swiftSettings: strict),

        // Layer 2
        .target(
            name: "ChannelPluginKit", dependencies: ["CivilCalendar", "ContactRouting"], swiftSettings: strict
        ),

        // Layer 3
        .target(
            name: "CurlTransport",
            dependencies: ["CCurl", "ChannelPluginKit", "CivilCalendar", "ContactRouting"],
            swiftSettings: strict),

        // Tests
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "CivilCalendarTests", dependencies: ["CivilCalendar"], swiftSettings: strict),
        .testTarget(
            name: "CurlTransportTests",
            dependencies: [
                "ChannelPluginKit", "CivilCalendar", "ContactRouting", "CurlTransport", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: strict),
        .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: strict),
        .testTarget(name: "PDFWritingTests", dependencies: ["PDFWriting"], swiftSettings: strict),
        .testTarget(name: "PhoneNumbersTests", dependencies: ["PhoneNumbers"], swiftSettings: strict),
        .testTarget(
            name: "TypesettingTests", dependencies: ["PDFWriting", "Typesetting"], exclude: ["Goldens"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
