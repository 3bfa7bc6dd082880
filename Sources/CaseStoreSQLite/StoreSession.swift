internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Digests
internal import Foundation
internal import GRDB

/// What one operation works with inside its transaction.
struct StoreSession {
    let database: Database
    let path: String
    let salt: @Sendable () -> LogSalt

    init(_ database: Database, path: String, salt: @escaping @Sendable () -> LogSalt) {
        self.database = database
        self.path = path
        self.salt = salt
    }

    func run(_ sql: String, _ arguments: [DatabaseValue]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }

    func row(_ sql: String, _ arguments: [DatabaseValue]) throws -> Row? {
        try Row.fetchOne(database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }

    func rows(_ sql: String, _ arguments: [DatabaseValue]) throws -> [Row] {
        try Row.fetchAll(database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }

    /// Places for so many values in a list: `?, ?`.
    func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

    /// A value of the file that this version cannot have written.
    func damaged(_ what: String) -> CaseStoreError {
        .damaged(path: path, reason: "it holds no valid \(what)")
    }

    /// Reads a name that was checked before it was written.
    func named<Name>(_ what: String, _ text: String, _ parse: (String) throws -> Name) throws -> Name {
        do { return try parse(text) } catch { throw damaged(what) }
    }

    func digest(_ data: Data) throws -> SHA256Digest {
        guard let digest = SHA256Digest(bytes: Array(data)) else { throw damaged("digest") }
        return digest
    }
}

extension Database {
    /// Runs a statement that takes nothing and gives nothing.
    func run(_ sql: String) throws { try cachedStatement(sql: sql).execute() }
}

// How our values stand in the file.

extension Instant {
    var sql: DatabaseValue { secondsSinceEpoch.databaseValue }
}

extension SHA256Digest {
    var sql: DatabaseValue { bytes.sql }
}

extension [UInt8] {
    var sql: DatabaseValue { Data(self).databaseValue }
}

extension Optional where Wrapped == Instant {
    var sql: DatabaseValue { self?.sql ?? .null }
}

extension Row {
    func instant(_ index: Int) -> Instant { Instant(secondsSinceEpoch: self[index]) }

    func instantOrNil(_ index: Int) -> Instant? {
        (self[index] as Int64?).map { Instant(secondsSinceEpoch: $0) }
    }

    func bytes(_ index: Int) -> [UInt8] { Array(self[index] as Data) }

    func bytesOrNil(_ index: Int) -> [UInt8]? { (self[index] as Data?).map { Array($0) } }
}
