using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Throughcare.Storage.Accounts;
using Throughcare.Testing;
using Throughcare.Web.Host;
using Xunit;

namespace Throughcare.Web.Tests.Host;

public sealed class KeyCertificateTests
{
    private const string Password = "not much of a secret";

    [Theory]
    [InlineData("keys.pfx", Password)]
    [InlineData("keys.pem", Password)]
    [InlineData("open.pem", null)]
    public async Task With_a_certificate_keys_lie_encrypted_in_the_database_and_still_work(string file, string? password)
    {
        using var folder = new Folder();
        var settings = new Dictionary<string, string> { [KeyCertificate.Setting] = folder.Make(file, password) };
        if (password is not null)
        {
            settings[KeyCertificate.PasswordSetting] = password;
        }

        await using var app = await App.StartAsync(settings: settings);

        var kept = Protector(app).Protect("a form that was kept");

        var key = Assert.Single(await KeysAsync(app));
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
        Assert.Equal("a form that was kept", Protector(app).Unprotect(kept));
    }

    [Fact]
    public async Task Keys_of_the_certificate_before_stay_readable_after_a_change()
    {
        using var folder = new Folder();
        var (old, now) = (folder.Make("old.pfx", Password), folder.Make("new.pfx", Password));
        string kept, key;
        await using (var before = await App.StartAsync(settings: new Dictionary<string, string> { [KeyCertificate.Setting] = old, [KeyCertificate.PasswordSetting] = Password }))
        {
            kept = Protector(before).Protect("a secret");
            key = Assert.Single(await KeysAsync(before));
        }

        await using var after = await App.StartAsync(settings: new Dictionary<string, string>
        {
            [KeyCertificate.Setting] = now,
            [KeyCertificate.EarlierSetting] = old,
            [KeyCertificate.PasswordSetting] = Password,
        });
        await using (var scope = after.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AccessDb>();
            db.DataProtectionKeys.Add(new() { FriendlyName = "before", Xml = key });
            await db.SaveChangesAsync();
        }

        Assert.Equal("a secret", Protector(after).Unprotect(kept));
    }

    [Theory]
    [InlineData("missing.pfx", Password)]
    [InlineData("keys.pfx", "wrong")]
    public async Task A_certificate_that_can_not_be_opened_stops_the_start_and_says_which(string file, string password)
    {
        using var folder = new Folder();
        folder.Make("keys.pfx", Password);

        var error = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => App.StartAsync(settings: new Dictionary<string, string>
        {
            [KeyCertificate.Setting] = Path.Combine(folder.Path, file),
            [KeyCertificate.PasswordSetting] = password,
        }));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", false, 1)]
    [InlineData("false", true, 0)]
    [InlineData("true", false, 0)]
    public async Task Without_one_the_start_says_so_once_where_data_is_real(string fictional, bool certified, int warnings)
    {
        using var folder = new Folder();
        var said = new Said();
        var settings = new Dictionary<string, string> { ["Data:Fictional"] = fictional };
        if (certified)
        {
            (settings[KeyCertificate.Setting], settings[KeyCertificate.PasswordSetting]) = (folder.Make("keys.pfx", Password), Password);
        }

        await using var app = await App.StartAsync(settings: settings, services: services => services.AddSingleton<ILoggerProvider>(said));
        _ = Protector(app).Protect("x");

        Assert.Equal(warnings, said.Warnings.Count(line => line.Contains(KeyCertificate.Setting, StringComparison.Ordinal)));
        Assert.DoesNotContain(said.Warnings, line => line.Contains("No XML encryptor", StringComparison.Ordinal));
    }

    private static IDataProtector Protector(App app) => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static async Task<List<string>> KeysAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccessDb>().DataProtectionKeys.Select(key => key.Xml!).ToListAsync();
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("throughcare-keys-").FullName;

        public string Make(string name, string? password)
        {
            using var rsa = RSA.Create(2048);
            using var certificate = new CertificateRequest("CN=test", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(A.Monday.AddYears(-1), A.Monday.AddYears(20));
            var file = System.IO.Path.Combine(Path, name);
            if (name.EndsWith(".pfx", StringComparison.Ordinal))
            {
                File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, password));
            }
            else
            {
                var key = password is null
                    ? rsa.ExportPkcs8PrivateKeyPem()
                    : rsa.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000));
                File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key + "\n");
            }

            return file;
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    /// <summary>Keeps the warnings.</summary>
    private sealed class Said : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _warnings = [];

        public IReadOnlyCollection<string> Warnings => _warnings;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel is LogLevel.Warning)
            {
                _warnings.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose() { }
    }
}
