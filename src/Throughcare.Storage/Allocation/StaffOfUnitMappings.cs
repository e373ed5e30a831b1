using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Allocation;

namespace Throughcare.Storage.Allocation;

internal sealed class PomProfileMapping : IEntityTypeConfiguration<PomProfile>
{
    public void Configure(EntityTypeBuilder<PomProfile> builder)
    {
        builder.ToTable("pom_profiles");
        builder.HasKey(p => new { p.Staff, p.Place, p.Version });   // two next versions of one can't both land
        builder.HasIndex(p => p.Place).OfCurrentRows();
    }
}

internal sealed class PomSpecialismMapping : IEntityTypeConfiguration<PomSpecialismSpell>
{
    public void Configure(EntityTypeBuilder<PomSpecialismSpell> builder)
    {
        builder.ToTable("pom_specialisms");
        builder.HasKey(s => new { s.Staff, s.Place, s.Specialism, s.From });
        builder.Property(s => s.Pdus).HasMaxLength(1000);
        builder.HasIndex(s => s.Place);
    }
}

internal sealed class OmDutyDayMapping : IEntityTypeConfiguration<OmDutyDay>
{
    public void Configure(EntityTypeBuilder<OmDutyDay> builder)
    {
        builder.ToTable("om_duty_days");
        builder.HasKey(d => new { d.Staff, d.Day });
    }
}

internal sealed class PrisonSettingMapping : IEntityTypeConfiguration<PrisonSetting>
{
    public void Configure(EntityTypeBuilder<PrisonSetting> builder)
    {
        builder.ToTable("prison_settings");
        builder.HasKey(s => s.Place);
    }
}

internal sealed class RecommendationSettingMapping : IEntityTypeConfiguration<RecommendationSetting>
{
    public void Configure(EntityTypeBuilder<RecommendationSetting> builder)
    {
        builder.ToTable("recommendation_settings");
        builder.HasKey(s => new { s.From, s.RecordedAt });
        builder.Property(s => s.Reason).HasMaxLength(1000);
    }
}

internal sealed class NoticeChoiceMapping : IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.ToTable("notice_choices");
        builder.HasKey(c => new { c.Staff, c.Code });
        builder.Property(c => c.Code).HasMaxLength(40);
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Code).HasMaxLength(40);
        builder.Property(n => n.Text).HasMaxLength(1000);
        builder.HasIndex(n => new { n.Staff, n.At });
        builder.HasIndex(n => new { n.Mailbox, n.At });
        builder.HasIndex(n => n.PersonId);
    }
}
