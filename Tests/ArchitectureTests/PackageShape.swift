import Foundation

/// What `swift package describe` says about one target, as far as layers care.
struct TargetShape: Hashable, Decodable {
    let name: String
    /// `library`, `executable`, `system-target`, `test`; clang targets are libraries too.
    let type: String
    /// The folder, from the repository root.
    let path: String
    /// Paths of the compiled files, from `path`.
    let sources: [String]
    /// Targets of this package that the manifest lets it import.
    let dependencies: [String]

    init(
        _ name: String, type: String = "library", path: String? = nil, sources: [String] = [],
        dependencies: [String] = []
    ) {
        self.name = name
        self.type = type
        self.path = path ?? "Sources/\(name)"
        self.sources = sources
        self.dependencies = dependencies
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        type = try container.decode(String.self, forKey: .type)
        path = try container.decode(String.self, forKey: .path)
        sources = try container.decodeIfPresent([String].self, forKey: .sources) ?? []
        dependencies = try container.decodeIfPresent([String].self, forKey: .dependencies) ?? []
    }

    private enum CodingKeys: String, CodingKey {
        case name, type, path, sources
        case dependencies = "target_dependencies"
    }

    var isPlugin: Bool { path.hasPrefix("Plugins/") }
    var isExecutable: Bool { type == "executable" }

    /// Lives in `Tests/`: a test target, or a library that only tests use.
    var isTestCode: Bool { type == "test" || path.hasPrefix("Tests/") }

    /// Must never end up in a program that people run.
    var isForTestsOnly: Bool { isTestCode || name.hasSuffix("Testing") }
}

/// The targets of a package, read from the real one.
struct PackageShape: Decodable {
    let targets: [TargetShape]

    enum Fault: Error {
        case describeFailed(status: Int32)
    }

    /// Asks SwiftPM.
    ///
    /// The scratch path is one of its own, because a test runs while SwiftPM holds the lock of the usual one:
    /// without it the two would wait for each other for ever.
    static func describing(root: URL) throws -> PackageShape {
        let describe = Process()
        describe.executableURL = URL(filePath: "/usr/bin/env")
        describe.currentDirectoryURL = root
        describe.arguments = [
            "swift", "package", "--scratch-path", ".build-describe", "describe", "--type", "json",
        ]
        let output = Pipe()
        describe.standardOutput = output
        try describe.run()
        let json = try output.fileHandleForReading.readToEnd() ?? Data()
        describe.waitUntilExit()
        guard describe.terminationStatus == 0 else {
            throw Fault.describeFailed(status: describe.terminationStatus)
        }
        return try JSONDecoder().decode(PackageShape.self, from: json)
    }
}
