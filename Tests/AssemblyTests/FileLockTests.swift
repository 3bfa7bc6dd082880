import Assembly
import Foundation
import Testing

@Suite("A lock on a file")
struct FileLockTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "lock-\(UUID().uuidString)")
        .path

    /// Why the lock is not to be had; nil when it was taken, and let go of at once.
    private func refusal(waits: Int = 0) async -> FileLock.Refusal? {
        do throws(FileLock.Refusal) {
            _ = try await FileLock(path, waits: waits)
            return nil
        } catch { return error }
    }

    @Test("whoever comes second is told so after a stated number of tries, until the first one lets go")
    func held() async throws {
        func whileHeld() async throws -> FileLock.Refusal? {
            let first = try await FileLock(path, waits: 0)
            let found = await refusal(waits: 2)
            withExtendedLifetime(first) {}
            return found
        }

        let second = try await whileHeld()
        let third = await refusal()

        #expect(second == .held)
        #expect(third == nil)
    }

    @Test("one that waits gets it as soon as it is free")
    func waits() async throws {
        func waiting() async throws -> Task<FileLock.Refusal?, Never> {
            let first = try await FileLock(path, waits: 0)
            let waiting = Task { await refusal(waits: FileLock.waitsMax) }
            await Task.yield()
            withExtendedLifetime(first) {}
            return waiting
        }

        let found = try await waiting().value

        #expect(found == nil)
    }

    @Test("one that is called off while it waits says so, and not that somebody else has it")
    func cancelled() async throws {
        let first = try await FileLock(path, waits: 0)
        let waiting = Task { await refusal(waits: .max) }

        waiting.cancel()

        #expect(await waiting.value == .cancelled)
        withExtendedLifetime(first) {}
    }

    @Test("a place where no file can be made is said with the system's number")
    func noPlace() async {
        do throws(FileLock.Refusal) {
            _ = try await FileLock("/proc/none/lock")
            Issue.record("a lock was made there")
        } catch {
            #expect(error == .system(number: ENOENT))
        }
    }
}
