// swift-tools-version: 6.2
import PackageDescription

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
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),

        // Layer 0
        .target(name: "CivilCalendar", swiftSettings: strict),
        .target(name: "JSONText", swiftSettings: strict),
        .target(name: "Digests", dependencies: ["COpenSSL"], swiftSettings: strict),
        .target(name: "PhoneNumbers", dependencies: ["CPhoneNumber"], swiftSettings: strict),

        // Layer 1
        .target(name: "ContactRouting", dependencies: ["CivilCalendar"], swiftSettings: strict),

        // Tests
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "CivilCalendarTests", dependencies: ["CivilCalendar"], swiftSettings: strict),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: strict),
        .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: strict),
        .testTarget(name: "PhoneNumbersTests", dependencies: ["PhoneNumbers"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
