import Assembly
import Foundation
import Testing

@Suite("A lock on a file")
struct FileLockTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "lock-\(UUID().uuidString)")
        .path

    @Test("whoever comes second is told so after a stated number of tries, and keeps no thread meanwhile")
    func held() async throws {
        let first = try #require(try await FileLock.acquire(path, waits: 0))

        let second = try await FileLock.acquire(path, waits: 2)
        first.release()
        let third = try await FileLock.acquire(path, waits: 0)

        #expect(second == nil)
        #expect(third != nil)
        third?.release()
    }

    @Test("one that waits gets it as soon as it is free")
    func waits() async throws {
        let first = try #require(try await FileLock.acquire(path, waits: 0))
        let path = path
        let waiting = Task { try await FileLock.acquire(path) }
        await Task.yield()

        first.release()

        let second = try #require(try await waiting.value)
        second.release()
    }

    @Test("a place where no file can be made is said with the system's number")
    func noPlace() async {
        await #expect(throws: FileLock.SystemNumber.self) {
            _ = try await FileLock.acquire("/proc/none/lock")
        }
    }
}
