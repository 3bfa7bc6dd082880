internal import CaseStore
internal import GRDB

/// How SQLite must run so that what it says is stored is stored.
enum StoreEngine {
    /// How long a call waits for another process, in seconds.
    static let busySeconds = 10
    /// Marks the file as ours: "RECO" in ASCII.
    static let applicationID = 0x5245_434F

    static func open(
        _ path: String, busySeconds: Int = StoreEngine.busySeconds, schema: StoreSchema = .current
    ) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: path, configuration: configuration(busySeconds: busySeconds))
        try queue.writeWithoutTransaction { database in
            try checkSettings(database, busySeconds: busySeconds)
            try schema.bringUpToDate(database, path: path)
        }
        return queue
    }

    /// Writes a copy of everything that is committed.
    static func copy(_ database: Database, to path: String) throws {
        let target = try DatabaseQueue(path: path, configuration: configuration(busySeconds: busySeconds))
        try target.writeWithoutTransaction { try database.backup(to: $0) }
        try target.close()
    }

    private static func configuration(busySeconds: Int) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(busySeconds))
        configuration.foreignKeysEnabled = true
        // A rollback that fails stops the store; GRDB would end the process.
        configuration.allowsUnsafeTransactions = true
        configuration.label = "case store"
        // Arguments hold what is about a person: error texts must not show them.
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { database in
            for setting in settings(busySeconds: busySeconds) where !setting.readsOnly {
                try database.execute(sql: "PRAGMA \(setting.name) = \(setting.value)")
            }
        }
        return configuration
    }

    /// A PRAGMA, the value it is set to, and what it says once it is set.
    private struct Setting {
        let name: String
        let value: String
        let readBack: String
        var readsOnly = false
    }

    private static func settings(busySeconds: Int) -> [Setting] {
        [
            Setting(name: "journal_mode", value: "DELETE", readBack: "delete"),
            Setting(name: "synchronous", value: "EXTRA", readBack: "3"),
            Setting(name: "trusted_schema", value: "OFF", readBack: "0"),
            Setting(name: "secure_delete", value: "ON", readBack: "1"),
            Setting(name: "cell_size_check", value: "ON", readBack: "1"),
            // Nothing about a person goes into temporary files.
            Setting(name: "temp_store", value: "MEMORY", readBack: "2"),
            // What GRDB was asked for.
            Setting(name: "foreign_keys", value: "ON", readBack: "1", readsOnly: true),
            Setting(name: "busy_timeout", value: "", readBack: String(busySeconds * 1000), readsOnly: true),
        ]
    }

    /// Reads every setting back: a library may be built without one, or change it later.
    static func checkSettings(_ database: Database, busySeconds: Int) throws {
        for setting in settings(busySeconds: busySeconds) {
            let found = try Row.fetchOne(database, sql: "PRAGMA \(setting.name)").flatMap { row in
                String.fromDatabaseValue(row[0]) ?? Int64.fromDatabaseValue(row[0]).map { String($0) }
            }
            guard found == setting.readBack else {
                throw CaseStoreError.unsafeSetting(
                    name: setting.name, found: found ?? "nothing", needed: setting.readBack)
            }
        }
    }
}
