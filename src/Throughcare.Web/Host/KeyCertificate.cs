using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace Throughcare.Web.Host;

/// <summary>The certificate that encrypts the data-protection keys where they are kept: who reads the database alone can then
/// make no session and open no kept form.</summary>
public static class KeyCertificate
{
    /// <summary>A file: PKCS #12 (.pfx, .p12) or PEM with the certificate and its key.</summary>
    public const string Setting = "Data:KeyCertificate";

    /// <summary>What opens it, where it has a password.</summary>
    public const string PasswordSetting = "Data:KeyCertificatePassword";

    /// <summary>The file before this one, with the same password: keys that it encrypted stay readable.</summary>
    public const string EarlierSetting = "Data:KeyCertificateBefore";

    public static IDataProtectionBuilder EncryptKeys(this IDataProtectionBuilder protection, IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(protection);
        ArgumentNullException.ThrowIfNull(settings);

        if (Of(settings, EarlierSetting) is { } earlier)
        {
            protection.UnprotectKeysWithAnyCertificate(earlier);
        }

        return Of(settings, Setting) is { } certificate ? protection.ProtectKeysWithCertificate(certificate) : protection;
    }

    public static bool IsSet(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings[Setting] is { Length: > 0 };
    }

    private static X509Certificate2? Of(IConfiguration settings, string setting)
    {
        if (settings[setting] is not { Length: > 0 } file)
        {
            return null;
        }

        try
        {
            var certificate = Load(file, settings[PasswordSetting]);
            return certificate.GetRSAPrivateKey() is not null
                ? certificate
                : throw new InvalidOperationException($"{setting} is {file}, which has no RSA private key: keys that it encrypts could never be read.");
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{setting} is {file}, which can't be opened: {error.Message} Check the file and {PasswordSetting}.", error);
        }
    }

    private static X509Certificate2 Load(string file, string? password) =>
        Path.GetExtension(file).ToUpperInvariant() is ".PFX" or ".P12" ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
        : password is { Length: > 0 } ? X509Certificate2.CreateFromEncryptedPemFile(file, password)
        : X509Certificate2.CreateFromPemFile(file);
}
