// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "benchmarks",
    products: [.executable(name: "recours-bench", targets: ["recours-bench"])],
    dependencies: [
        .package(name: "recours", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "recours-bench",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Assembly", package: "recours"),
                .product(name: "CaseFlow", package: "recours"),
                .product(name: "CaseFormat", package: "recours"),
                .product(name: "ChannelPluginKit", package: "recours"),
                .product(name: "CaseStore", package: "recours"),
                .product(name: "CaseStoreSQLite", package: "recours"),
                .product(name: "CivilCalendar", package: "recours"),
                .product(name: "ContactRouting", package: "recours"),
                .product(name: "CurlTransport", package: "recours"),
                .product(name: "LetterWriting", package: "recours"),
                .product(name: "OpeningHours", package: "recours"),
                .product(name: "Outbox", package: "recours"),
                .product(name: "Typesetting", package: "recours"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
