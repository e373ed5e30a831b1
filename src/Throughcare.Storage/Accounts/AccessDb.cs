using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Throughcare.Storage.Accounts;

/// <summary>Accounts, settings, data-protection keys, and what administrators change: kept apart from the record.</summary>
public sealed class AccessDb(DbContextOptions<AccessDb> options, Dialect dialect) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountRole> Roles => Set<AccountRole>();

    public DbSet<HeldPost> HeldPosts => Set<HeldPost>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<AdminChange> AdminChanges => Set<AdminChange>();

    public DbSet<TableVersion> TableVersions => Set<TableVersion>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    public DbSet<ApiWrite> ApiWrites => Set<ApiWrite>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSnakeCaseNamingConvention();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.HasKey(a => a.Id);
            account.Property(a => a.UserName).HasMaxLength(120);
            account.Property(a => a.NormalName).HasMaxLength(120);
            account.Property(a => a.Stamp).HasMaxLength(40);
            account.HasIndex(a => a.NormalName).IsUnique();
            account.HasIndex(a => a.StaffId).IsUnique();
            account.HasMany(a => a.Roles).WithOne().HasForeignKey(r => r.AccountId);
        });
        modelBuilder.Entity<AccountRole>(role =>
        {
            role.ToTable("account_roles");
            role.HasKey(r => new { r.AccountId, r.Role, r.Place });
        });
        modelBuilder.Entity<HeldPost>(post =>
        {
            post.ToTable("held_posts");
            post.HasKey(p => p.AccountId);
        });
        modelBuilder.Entity<Setting>(setting =>
        {
            setting.ToTable("settings");
            setting.HasKey(s => s.Name);
            setting.Property(s => s.Name).HasMaxLength(60);
        });
        modelBuilder.Entity<AdminChange>(change =>
        {
            change.ToTable("admin_changes");
            change.HasKey(c => c.Id);
            change.Property(c => c.Key).HasMaxLength(60);
            change.Property(c => c.What).HasMaxLength(1000);
            change.Property(c => c.Reason).HasMaxLength(1000);
            change.HasIndex(c => new { c.Subject, c.Key, c.At });
        });
        modelBuilder.Entity<TableVersion>(table =>
        {
            table.ToTable("table_versions");
            table.HasKey(t => new { t.Table, t.Number });
            table.Property(t => t.Table).HasMaxLength(60);
            table.Property(t => t.OwnHash).HasMaxLength(64);
            table.Property(t => t.Reason).HasMaxLength(1000);
        });
        modelBuilder.Entity<JobRun>(run =>
        {
            run.ToTable("job_runs");
            run.HasKey(r => r.Id);
            run.Property(r => r.Job).HasMaxLength(40);
            run.Property(r => r.Node).HasMaxLength(120);
            run.Property(r => r.Message).HasMaxLength(1000);
            run.HasIndex(r => new { r.Job, r.StartedAt });
            run.HasIndex(r => r.StartedAt);
        });
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        modelBuilder.Entity<ApiClient>(client =>
        {
            client.ToTable("api_clients");
            client.HasKey(c => c.Id);
            client.Property(c => c.ClientId).HasMaxLength(60);
            client.Property(c => c.Name).HasMaxLength(120);
            client.Property(c => c.Scopes).HasMaxLength(400);
            client.Property(c => c.Stamp).HasMaxLength(40);
            client.HasIndex(c => c.ClientId).IsUnique();
            client.HasIndex(c => c.StaffId).IsUnique();
        });
        modelBuilder.Entity<ApiWrite>(write =>
        {
            write.ToTable("api_writes");
            write.HasKey(w => new { w.ClientId, w.Key });
            write.Property(w => w.Key).HasMaxLength(ApiWrite.LongestKey);
            write.HasIndex(w => w.At);
        });
        ApiTables.Name(modelBuilder.UseOpenIddict());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Converters.Teach(configurationBuilder, dialect);
}
