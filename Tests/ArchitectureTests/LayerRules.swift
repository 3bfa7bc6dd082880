/// One way in which the package breaks `docs/architecture.md`.
enum Breach: Hashable, CustomStringConvertible {
    case unknownTarget(String)
    case notLower(Edge, layer: Int, importedLayer: Int)
    case cModuleWithoutDoor(Edge)
    case undeclaredImport(Edge)
    case forbidden(Edge, because: String)
    case testCodeInExecutable(path: [String])

    var description: String {
        switch self {
        case .unknownTarget(let name):
            "\(name) stands in Package.swift but not in the layer table: give it a row in docs/architecture.md"
        case .notLower(let edge, let layer, let importedLayer):
            "\(edge.from) (layer \(layer)) imports \(edge.to) (layer \(importedLayer)) in \(edge.place): "
                + "only lower layers may be imported"
        case .cModuleWithoutDoor(let edge):
            "\(edge.from) imports the C module \(edge.to) in \(edge.place): only its door may"
        case .undeclaredImport(let edge):
            "\(edge.from) imports \(edge.to) in \(edge.place), but Package.swift does not list the dependency"
        case .forbidden(let edge, let reason):
            "\(edge.from) imports \(edge.to) in \(edge.place): \(reason)"
        case .testCodeInExecutable(let path):
            "test code reaches an executable: \(path.joined(separator: " → "))"
        }
    }
}

/// The rules of `docs/architecture.md`, as a function of what the package says about itself.
struct LayerRules {
    let table: LayerTable

    /// Every breach; empty when the package keeps the rules.
    ///
    /// - Parameters:
    ///   - targets: all targets of the package.
    ///   - imports: what the sources import, own modules and others.
    func breaches(targets: [TargetShape], imports: [Edge]) -> [Breach] {
        let shapes = Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0) })
        let declared = targets.flatMap { target in
            target.dependencies.map { Edge(from: target.name, to: $0, place: "Package.swift") }
        }
        let own = imports.filter { shapes[$0.to] != nil && $0.from != $0.to }
        let edges = declared + own
        return unknownTargets(targets)
            + undeclaredImports(own, declared: declared)
            + edges.flatMap { breaches(of: $0, shapes) }
            + testCodeInExecutables(targets, edges, shapes)
    }

    private func unknownTargets(_ targets: [TargetShape]) -> [Breach] {
        targets.filter { target in
            !target.isTestCode && table.row(for: target) == nil && !table.cModules.contains(target.name)
        }
        .map { .unknownTarget($0.name) }
    }

    private func undeclaredImports(_ imports: [Edge], declared: [Edge]) -> [Breach] {
        let allowed = Set(declared.map { [$0.from, $0.to] })
        return imports.filter { !allowed.contains([$0.from, $0.to]) }.map { .undeclaredImport($0) }
    }

    private func breaches(of edge: Edge, _ shapes: [String: TargetShape]) -> [Breach] {
        guard let from = shapes[edge.from], let to = shapes[edge.to], !from.isTestCode else { return [] }
        if table.cModules.contains(to.name) { return doorBreach(edge, from) }
        var found = ForbiddenImports.reasons(from, to).map { Breach.forbidden(edge, because: $0) }
        if let row = table.row(for: from), let imported = table.row(for: to), imported.layer >= row.layer {
            found.append(.notLower(edge, layer: row.layer, importedLayer: imported.layer))
        }
        return found
    }

    private func doorBreach(_ edge: Edge, _ from: TargetShape) -> [Breach] {
        let isDoor = table.row(for: from)?.opensDoorTo.contains(edge.to) ?? false
        return isDoor ? [] : [.cModuleWithoutDoor(edge)]
    }

    /// Follows the edges of every executable, because test code may hide behind a harmless target.
    private func testCodeInExecutables(
        _ targets: [TargetShape], _ edges: [Edge], _ shapes: [String: TargetShape]
    ) -> [Breach] {
        let next = Dictionary(grouping: edges, by: \.from).mapValues { $0.map(\.to) }
        var found: [Breach] = []
        for executable in targets where executable.isExecutable && !executable.isTestCode {
            var seen: Set<String> = [executable.name]
            var waiting = [[executable.name]]
            while let path = waiting.popLast() {
                guard let last = path.last else { continue }
                if shapes[last]?.isForTestsOnly == true { found.append(.testCodeInExecutable(path: path)) }
                for name in next[last] ?? [] where seen.insert(name).inserted {
                    waiting.append(path + [name])
                }
            }
        }
        return found
    }
}
