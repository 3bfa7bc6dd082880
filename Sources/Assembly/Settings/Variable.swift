extension Settings {
    /// The names that are read, in the file as in the environment.
    enum Variable: String, CaseIterable {
        case home = "RECOURS_HOME"
        case directory = "RECOURS_DIRECTORY"
        case directoryOverlay = "RECOURS_DIRECTORY_OVERLAY"
        case mailFrom = "RECOURS_MAIL_FROM"
        case smtpURL = "RECOURS_SMTP_URL"
        case smtpTLS = "RECOURS_SMTP_TLS"
        case smtpUsername = "RECOURS_SMTP_USERNAME"
        case smtpPasswordFile = "RECOURS_SMTP_PASSWORD_FILE"
        case authorityFile = "RECOURS_CA_FILE"
        case allowLoopback = "RECOURS_ALLOW_LOOPBACK"
        case callbackURL = "RECOURS_CALLBACK_URL"
        case webhookURL = "RECOURS_WEBHOOK_URL"
        case webhookSecretFile = "RECOURS_WEBHOOK_SECRET_FILE"
        case log = "RECOURS_LOG"
        case metricsFile = "RECOURS_METRICS_FILE"
        case registeredMailURL = "RECOURS_REGISTERED_MAIL_URL"
        case registeredMailTokenURL = "RECOURS_REGISTERED_MAIL_TOKEN_URL"
        case registeredMailClient = "RECOURS_REGISTERED_MAIL_CLIENT_ID"
        case registeredMailClientSecretFile = "RECOURS_REGISTERED_MAIL_CLIENT_SECRET_FILE"
        case registeredMailUsername = "RECOURS_REGISTERED_MAIL_USERNAME"
        case registeredMailPasswordFile = "RECOURS_REGISTERED_MAIL_PASSWORD_FILE"
        case registeredMailPriceMax = "RECOURS_REGISTERED_MAIL_PRICE_MAX"

        static let names = allCases.map(\.rawValue)
    }
}
