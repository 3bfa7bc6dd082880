import Assembly
import ContactRouting
import CurlTransport
import Foundation
import TestSupport
import Testing

@Suite("Settings")
struct SettingsTests {
    @Test("every setting of the documentation is read")
    func all() throws {
        let settings = try Settings(file: nil, environment: Self.everything)

        #expect(settings.home == "/srv/recours")
        #expect(settings.directory == "/srv/channels.json")
        #expect(settings.directoryOverlay == "/srv/overlay.json")
        #expect(settings.mailFrom?.text == "a@exemple.example")
        #expect(settings.relay == RelaySettings(url: "smtps://relay.example:465", username: "a"))
        #expect(settings.authorityFile == "/srv/ca.pem")
        #expect(settings.allowsLoopback)
        #expect(settings.callbackURL?.text == "https://calls.example/requests")
        #expect(settings.webhookURL?.text == "https://system.example/cases")
        #expect(settings.registeredMail.url?.text == "https://mail.example/registered_mail/v2")
        #expect(settings.registeredMail.tokenURL?.text == "https://login.example/token")
        #expect(settings.registeredMail.clientID == "client")
        #expect(settings.registeredMail.username == "user")
        #expect(settings.registeredMail.priceMax == Money(hundredths: 1200))
        #expect(settings.registeredMail.missing == [])
        #expect(settings.secrets.mapValues(\.path) == Self.secretPaths)
    }

    @Test("nothing set: nothing is configured, and deliveries go to public addresses only")
    func nothing() throws {
        let settings = try Settings(file: nil, environment: [:])

        #expect(settings == Settings())
        #expect(settings.addressRule == .publicOnly)
        #expect(!settings.registeredMail.isBegun)
    }

    @Test(
        "a value that cannot be used is refused by its name, without the value",
        arguments: [
            ("RECOURS_SMTP_URL", "https://relay.example"),
            ("RECOURS_SMTP_URL", "smtp://a:canary@relay.example"),
            ("RECOURS_ALLOW_LOOPBACK", "canary"), ("RECOURS_MAIL_FROM", "canary"),
            ("RECOURS_WEBHOOK_URL", "canary"), ("RECOURS_CALLBACK_URL", "ftp://canary.example"),
            ("RECOURS_REGISTERED_MAIL_URL", "canary"), ("RECOURS_REGISTERED_MAIL_TOKEN_URL", "canary"),
            ("RECOURS_REGISTERED_MAIL_CLIENT_ID", "canary\r\nX: y"),
            ("RECOURS_REGISTERED_MAIL_PRICE_MAX", "canary"), ("RECOURS_REGISTERED_MAIL_PRICE_MAX", "12"),
        ])
    func unusable(name: String, value: String) {
        let error = #expect(throws: SettingsError.self) {
            try Settings(file: nil, environment: [name: value])
        }

        #expect(error?.description.hasPrefix("The setting \(name) cannot be used: ") == true)
        #expect(error?.description.contains("canary") == false)
    }

    @Test(
        "mails go without encryption only to this machine, and only when loopback is allowed",
        arguments: [
            ("smtp://127.0.0.1:25", "none", "1", true), ("smtp://127.0.0.1:25", "none", "0", false),
            ("smtps://127.0.0.1:465", "none", "1", false), ("smtp://127.0.0.1:25", "required", "0", true),
            ("smtp://127.0.0.1:25", "off", "1", false),
        ])
    func plainRelay(url: String, tls: String, loopback: String, isUsable: Bool) {
        let environment = [
            "RECOURS_SMTP_URL": url, "RECOURS_SMTP_TLS": tls, "RECOURS_ALLOW_LOOPBACK": loopback,
        ]

        let settings = try? Settings(file: nil, environment: environment)

        #expect((settings != nil) == isUsable)
    }

    @Test("half a provider is told by what is missing, and counts as begun")
    func halfAProvider() throws {
        let settings = try Settings(
            file: nil, environment: ["RECOURS_REGISTERED_MAIL_CLIENT_ID": "client"])

        #expect(settings.registeredMail.isBegun)
        #expect(
            settings.registeredMail.missing
                == ["RECOURS_REGISTERED_MAIL_URL", "RECOURS_REGISTERED_MAIL_TOKEN_URL"])
    }

    @Test("the environment outranks the file, and an unknown key of the file is told with the nearest name")
    func file() throws {
        let file = try OtherPrograms.folder().appending(path: "recours.json")
        try Data(
            #"{"RECOURS_CALLBACK_URL": "https://a.example/", "RECOURS_WEBHOOK_URL": "https://a.example/"}"#
                .utf8
        ).write(to: file)
        let environment = ["RECOURS_WEBHOOK_URL": "https://b.example/", "RECOURS_OTHER": "not ours"]

        let settings = try Settings(file: file.path, environment: environment)

        #expect(settings.callbackURL?.host == "a.example")
        #expect(settings.webhookURL?.host == "b.example")
        try Data(#"{"RECOURS_SMTP_URI": "smtps://relay.example"}"#.utf8).write(to: file)
        #expect(throws: SettingsError.unknown(name: "RECOURS_SMTP_URI", nearest: "RECOURS_SMTP_URL")) {
            try Settings(file: file.path, environment: [:])
        }
    }

    @Test("a credential of systemd is found by its name, and a setting outranks it")
    func credentials() throws {
        let folder = try OtherPrograms.folder()
        for secret in [Secret.webhook, .smtpPassword] {
            try Data("x".utf8).write(to: folder.appending(path: secret.credentialName))
        }
        let environment = [
            "CREDENTIALS_DIRECTORY": folder.path, "RECOURS_WEBHOOK_SECRET_FILE": "/srv/webhook",
        ]

        let settings = try Settings(file: nil, environment: environment)

        #expect(
            settings.secrets == [
                .webhook: SecretSource(path: "/srv/webhook"),
                .smtpPassword: SecretSource(
                    path: folder.appending(path: "recours-smtp-password").path, isCredential: true),
            ])
    }

    private static let everything = [
        "RECOURS_HOME": "/srv/recours", "RECOURS_DIRECTORY": "/srv/channels.json",
        "RECOURS_DIRECTORY_OVERLAY": "/srv/overlay.json", "RECOURS_MAIL_FROM": "a@exemple.example",
        "RECOURS_SMTP_URL": "smtps://relay.example:465", "RECOURS_SMTP_TLS": "required",
        "RECOURS_SMTP_USERNAME": "a", "RECOURS_SMTP_PASSWORD_FILE": "/srv/smtp",
        "RECOURS_CA_FILE": "/srv/ca.pem", "RECOURS_ALLOW_LOOPBACK": "1",
        "RECOURS_CALLBACK_URL": "https://calls.example/requests",
        "RECOURS_WEBHOOK_URL": "https://system.example/cases", "RECOURS_WEBHOOK_SECRET_FILE": "/srv/webhook",
        "RECOURS_REGISTERED_MAIL_URL": "https://mail.example/registered_mail/v2",
        "RECOURS_REGISTERED_MAIL_TOKEN_URL": "https://login.example/token",
        "RECOURS_REGISTERED_MAIL_CLIENT_ID": "client",
        "RECOURS_REGISTERED_MAIL_CLIENT_SECRET_FILE": "/srv/client",
        "RECOURS_REGISTERED_MAIL_USERNAME": "user", "RECOURS_REGISTERED_MAIL_PASSWORD_FILE": "/srv/password",
        "RECOURS_REGISTERED_MAIL_PRICE_MAX": "12.00",
    ]
    private static let secretPaths: [Secret: String] = [
        .smtpPassword: "/srv/smtp", .webhook: "/srv/webhook", .registeredMailClient: "/srv/client",
        .registeredMailPassword: "/srv/password",
    ]
}
