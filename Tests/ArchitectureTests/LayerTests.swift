import Foundation
import Testing

@Suite("The package keeps its architecture")
struct LayerTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("every target has a layer and imports only what its layer allows", .timeLimit(.minutes(5)))
    func realPackage() throws {
        let page = try String(contentsOf: Self.root.appending(path: "docs/architecture.md"), encoding: .utf8)
        let package = try PackageShape.describing(root: Self.root)
        let imports = try package.targets.flatMap(Self.imports(of:))

        let breaches = LayerRules(table: try LayerTable(parsing: page))
            .breaches(targets: package.targets, imports: imports)

        #expect(package.targets.contains { $0.name == "ContactRouting" })
        #expect(imports.contains { $0.from == "ArchitectureTests" && $0.to == "Testing" })
        for breach in breaches { Issue.record("\(breach)") }
    }

    private static func imports(of target: TargetShape) throws -> [Edge] {
        try target.sources.filter { $0.hasSuffix(".swift") }.flatMap { file in
            let path = "\(target.path)/\(file)"
            let source = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            return ImportScan.imports(in: source).map { found in
                Edge(from: target.name, to: found.module, place: "\(path):\(found.line)")
            }
        }
    }
}
