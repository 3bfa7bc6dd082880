import CaseStore
import CaseStoreSQLite
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Glibc

// Works with a store as a process of its own, so that a test can kill it, stop it or take its disk away.
//
//     store-probe PATH STEP…
//
// Prints one line for each step when it is done: the step, then "ok", or "error" and the sentence.

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
    say("usage: store-probe PATH STEP…")
    exit(2)
}

do {
    let store = try SQLiteCaseStore(path: arguments[1]) {
        var chance = SystemRandomNumberGenerator()
        return LogSalt(using: &chance)
    }
    var probe = Probe(store: store)
    for step in arguments.dropFirst(2) {
        do {
            let result = try await probe.carryOut(step)
            say("\(step) ok \(result)")
        } catch {
            say("\(step) error \(error)")
        }
    }
    await store.shutDown()
} catch {
    say("open error \(error)")
    exit(78)
}

/// Writes a line at once: what was said must be readable although the process dies.
func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
}

struct Probe {
    let store: SQLiteCaseStore
    var claims: [Claim] = []

    /// - Parameter step: a word, and after a colon its value.
    mutating func carryOut(_ step: String) async throws -> String {
        let parts = step.split(separator: ":", maxSplits: 1).map(String.init)
        let value = parts.count > 1 ? parts[1] : ""
        switch parts[0] {
        case "case":
            _ = try await store.open(StoreSamples.opening(value))
            return ""
        case "enqueue":
            let result = try await store.enqueue([StoreSamples.order("delivery-\(value)", key: value)])
            if case .alreadyThere = result[0] { return "already there" }
            return "created"
        case "claim":
            let step = ClaimStep(try StoreSamples.standing("sending"))
            claims = try await store.claim(StoreSamples.request(value)) { _ in step }
            return "\(claims.count)"
        case "settle":
            let standing = try StoreSamples.standing("accepted")
            let entry = StoreSamples.entry(LogKind("accepted"))
            let results = try await store.settle(
                claims.map { Settlement($0.ticket, standing: standing, entry: entry) })
            return results.map { if case .superseded = $0 { "superseded" } else { "settled" } }.joined()
        case "worker":
            let now = StoreSamples.now
            try await store.startWorker(WorkerName(parsing: value), now: now, until: now.adding(seconds: 60))
            return ""
        case "stuff":
            let file = Glibc.open(value, O_CREAT | O_WRONLY, 0o600)
            let block = [UInt8](repeating: 1, count: 512)
            while Glibc.write(file, block, block.count) > 0 {}
            close(file)
            return ""
        case "verify": return try await "\(store.verify().findings)"
        case "remove":
            unlink(value)
            return ""
        case "wait":
            _ = readLine()
            return ""
        default:
            say("there is no step \(parts[0])")
            exit(2)
        }
    }
}
