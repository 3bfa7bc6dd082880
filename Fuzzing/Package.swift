// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because a fuzz target needs flags that a package others depend on must not have.
let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "recours", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz-hours",
            dependencies: [
                .product(name: "CivilCalendar", package: "recours"),
                .product(name: "OpeningHours", package: "recours"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"), .unsafeFlags(["-parse-as-library"]),
            ])
    ],
    swiftLanguageModes: [.v6]
)
