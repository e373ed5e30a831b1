using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Allocation;

namespace Throughcare.Storage.Allocation;

internal sealed class StaffHoursMapping : IEntityTypeConfiguration<StaffHours>
{
    public void Configure(EntityTypeBuilder<StaffHours> builder)
    {
        builder.ToTable("staff_hours");
        builder.HasKey(h => new { h.Staff, h.Version });   // two next versions of one can't both land
        builder.Property(h => h.ContractedHours).HasPrecision(5, 2);
    }
}

internal sealed class WorkReductionMapping : IEntityTypeConfiguration<WorkReduction>
{
    public void Configure(EntityTypeBuilder<WorkReduction> builder)
    {
        builder.ToTable("work_reductions");
        builder.HasKey(r => new { r.Id, r.Version });
        builder.Property(r => r.Hours).HasPrecision(5, 2);
        builder.Property(r => r.Reason).HasMaxLength(60);
        builder.Property(r => r.Note).HasMaxLength(1000);
        builder.HasIndex(r => r.Staff).OfCurrentRows();
    }
}

internal sealed class WorkloadWeekMapping : IEntityTypeConfiguration<WorkloadWeek>
{
    public void Configure(EntityTypeBuilder<WorkloadWeek> builder)
    {
        builder.ToTable("workload_weeks");
        builder.HasKey(w => new { w.Staff, w.Week });
        builder.Property(w => w.Percent).HasPrecision(7, 1);
        builder.HasIndex(w => w.Week);
    }
}

internal sealed class WorkloadMarkMapping() : FactMapping<WorkloadMark>("workload_marks")
{
    protected override void Rest(EntityTypeBuilder<WorkloadMark> builder) => builder.Property(m => m.Reason).HasMaxLength(500);
}

internal sealed class CourtReportMapping : IEntityTypeConfiguration<CourtReport>
{
    public void Configure(EntityTypeBuilder<CourtReport> builder)
    {
        builder.ToTable("court_reports");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => new { r.Staff, r.CompletedOn });
    }
}

internal sealed class KeyWorkerSettingMapping : IEntityTypeConfiguration<KeyWorkerSetting>
{
    public void Configure(EntityTypeBuilder<KeyWorkerSetting> builder)
    {
        builder.ToTable("key_worker_settings");
        builder.HasKey(s => new { s.Staff, s.Place, s.Version });
        builder.HasIndex(s => s.Place).OfCurrentRows();
    }
}
