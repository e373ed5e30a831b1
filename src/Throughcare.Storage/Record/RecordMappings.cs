using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Record;

namespace Throughcare.Storage.Record;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => p.SurvivorId);
    }
}

internal sealed class RecordHeadMapping : IEntityTypeConfiguration<RecordHead>
{
    public void Configure(EntityTypeBuilder<RecordHead> builder)
    {
        builder.ToTable("record_heads");
        builder.HasKey(h => h.PersonId);
        builder.Ignore(h => h.IsNew);
    }
}

internal sealed class RecordEventMapping : IEntityTypeConfiguration<RecordEventRow>
{
    public void Configure(EntityTypeBuilder<RecordEventRow> builder)
    {
        builder.ToTable("record_events");
        builder.HasAnnotation(Dialect.HashPartitions, 16);
        builder.HasKey(e => new { e.PersonId, e.Seq });
        builder.HasIndex(e => e.Position);
        builder.Property(e => e.Kind).HasMaxLength(60);
        builder.Property(e => e.UseCase).HasMaxLength(60);
        builder.Property(e => e.Reason).HasMaxLength(1000);
    }
}

internal sealed class IdentifierMapping() : FactMapping<PersonIdentifier>("person_identifiers")
{
    protected override void Rest(EntityTypeBuilder<PersonIdentifier> builder)
    {
        builder.Property(i => i.Canonical).HasMaxLength(20);
        builder.Property(i => i.AsGiven).HasMaxLength(40);
        builder.HasIndex(i => new { i.Canonical, i.Kind }).OfCurrentRows();
        builder.HasIndex(i => i.SourceId).OfCurrentRows();
    }
}

internal sealed class NameMapping() : FactMapping<PersonName>("person_names")
{
    protected override void Rest(EntityTypeBuilder<PersonName> builder)
    {
        builder.Property(n => n.Title).HasMaxLength(12);
        builder.Property(n => n.First).HasMaxLength(35);
        builder.Property(n => n.Middle).HasMaxLength(35);
        builder.Property(n => n.Last).HasMaxLength(35);
        builder.Property(n => n.Suffix).HasMaxLength(12);
    }
}

internal sealed class NameKeyMapping : IEntityTypeConfiguration<NameKeyRow>
{
    public void Configure(EntityTypeBuilder<NameKeyRow> builder)
    {
        builder.ToTable("name_keys");
        builder.HasKey(k => new { k.Kind, k.Key, k.PersonId });
        builder.HasIndex(k => k.PersonId);
        builder.Property(k => k.Key).HasMaxLength(70);
    }
}

internal sealed class DetailsMapping() : FactMapping<PersonDetails>("person_details")
{
    protected override void Rest(EntityTypeBuilder<PersonDetails> builder)
    {
        builder.Property(d => d.ImmigrationStatus).HasMaxLength(120);
        builder.Property(d => d.MaternityStatus).HasMaxLength(60);
        builder.Property(d => d.EmploymentAtReception).HasMaxLength(60);
        builder.HasIndex(d => d.DateOfBirth).OfCurrentRows();
    }
}

internal sealed class NeedMapping() : FactMapping<IndividualNeed>("individual_needs")
{
    protected override void Rest(EntityTypeBuilder<IndividualNeed> builder)
    {
        builder.Property(n => n.Detail).HasMaxLength(4000);
        builder.Property(n => n.Adjustment).HasMaxLength(4000);
    }
}

internal sealed class AddressMapping() : FactMapping<PersonAddress>("person_addresses")
{
    protected override void Rest(EntityTypeBuilder<PersonAddress> builder)
    {
        builder.Property(a => a.Relationship).HasMaxLength(120);
        builder.Property(a => a.Lines).HasMaxLength(800);
        builder.Property(a => a.Postcode).HasMaxLength(8);
    }
}

internal sealed class RelationshipMapping() : FactMapping<PersonRelationship>("person_relationships")
{
    protected override void Rest(EntityTypeBuilder<PersonRelationship> builder)
    {
        builder.Property(r => r.Name).HasMaxLength(120);
        builder.Property(r => r.AddressLines).HasMaxLength(800);
    }
}

internal sealed class CaseMapping() : FactMapping<PersonCase>("cases");

internal sealed class AlertMapping() : FactMapping<Alert>("alerts")
{
    protected override void Rest(EntityTypeBuilder<Alert> builder)
    {
        builder.Property(a => a.Code).HasMaxLength(12);
        builder.Property(a => a.Unmapped).HasMaxLength(240);
        builder.Property(a => a.Description).HasMaxLength(4000);
        builder.Property(a => a.AuthorisedBy).HasMaxLength(120);
        builder.Property(a => a.ClosingComment).HasMaxLength(1000);
    }
}

internal sealed class RegistrationMapping() : FactMapping<Registration>("registrations")
{
    protected override void Rest(EntityTypeBuilder<Registration> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(12);
        builder.Property(r => r.Unmapped).HasMaxLength(240);
        builder.Property(r => r.CategoryCode).HasMaxLength(40);
        builder.Property(r => r.Category).HasMaxLength(240);
        builder.Property(r => r.RegisterCode).HasMaxLength(40);
        builder.Property(r => r.Register).HasMaxLength(240);
    }
}

internal sealed class CircumstanceMapping() : FactMapping<PersonalCircumstance>("personal_circumstances")
{
    protected override void Rest(EntityTypeBuilder<PersonalCircumstance> builder)
    {
        builder.Property(c => c.TypeCode).HasMaxLength(40);
        builder.Property(c => c.Type).HasMaxLength(240);
        builder.Property(c => c.SubTypeCode).HasMaxLength(40);
        builder.Property(c => c.SubType).HasMaxLength(240);
    }
}

internal sealed class ContactMapping() : FactMapping<Contact>("contacts")
{
    protected override void Key(EntityTypeBuilder<Contact> builder)
    {
        builder.HasKey(c => new { c.PersonId, c.Id, c.Version });
        builder.HasAnnotation(Dialect.HashPartitions, 16);
        builder.HasIndex(c => new { c.PersonId, c.HappenedAt }).OfCurrentRows();
        builder.HasIndex(c => new { c.AuthorId, c.FirstRecordedAt }).OfCurrentRows();
    }

    protected override void Rest(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(c => c.Type).HasMaxLength(12);
        builder.Property(c => c.With).HasMaxLength(120);
        builder.Property(c => c.Text).HasMaxLength(4000);
        builder.Property(c => c.ThirdPartySource).HasMaxLength(240);
        builder.Property(c => c.NotSharedBecause).HasMaxLength(1000);
        builder.Property(c => c.NotAboutThePlan).HasMaxLength(1000);
        builder.Property(c => c.LateReason).HasMaxLength(1000);
        builder.Ignore(c => c.IsThirdParty);
    }
}

internal sealed class AddendumMapping() : FactMapping<Addendum>("addenda")
{
    protected override void Rest(EntityTypeBuilder<Addendum> builder)
    {
        builder.Property(a => a.Text).HasMaxLength(4000);
        builder.HasIndex(a => a.ContactId).OfCurrentRows();
    }
}

internal sealed class ContactDraftMapping : IEntityTypeConfiguration<ContactDraft>
{
    public void Configure(EntityTypeBuilder<ContactDraft> builder)
    {
        builder.ToTable("contact_drafts");
        builder.HasKey(d => d.Id);
        builder.HasIndex(d => new { d.AuthorId, d.PersonId });
        builder.HasIndex(d => d.SavedAt);
    }
}

internal sealed class TimelineMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline");
        builder.HasAnnotation(Dialect.HashPartitions, 16);
        builder.HasKey(t => new { t.PersonId, t.HappenedAt, t.Id });
        builder.HasIndex(t => new { t.PersonId, t.EntryId });
    }
}

internal sealed class DataQualityMapping() : FactMapping<DataQualityItem>("data_quality_items")
{
    protected override void Rest(EntityTypeBuilder<DataQualityItem> builder)
    {
        builder.Property(d => d.Field).HasMaxLength(60);
        builder.Property(d => d.Here).HasMaxLength(240);
        builder.Property(d => d.There).HasMaxLength(240);
        builder.Property(d => d.Settled).HasMaxLength(1000);
        builder.HasIndex(d => d.Owner).OfCurrentRows();
    }
}

internal sealed class StaffMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Name).HasMaxLength(120);
        builder.Property(s => s.UserName).HasMaxLength(120);
        builder.Property(s => s.Email).HasMaxLength(254);
        builder.Property(s => s.Grade).HasMaxLength(60);
        builder.Property(s => s.LineManager).HasMaxLength(120);
        builder.HasIndex(s => s.UserName).IsUnique();
        builder.HasIndex(s => s.Place);
    }
}

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("import_runs");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Source).HasMaxLength(20);
        builder.Property(r => r.FileName).HasMaxLength(240);
        builder.Property(r => r.Sha256).HasMaxLength(64);
        builder.Property(r => r.Problem).HasMaxLength(1000);
        builder.Ignore(r => r.Counters);
        builder.HasIndex(r => new { r.Source, r.Sha256 });
        builder.HasIndex(r => r.StartedAt);
    }
}

internal sealed class ImportLockMapping : IEntityTypeConfiguration<ImportLock>
{
    public void Configure(EntityTypeBuilder<ImportLock> builder)
    {
        builder.ToTable("import_locks");
        builder.HasKey(l => l.Source);
        builder.Property(l => l.Source).HasMaxLength(20);
        builder.Property(l => l.Worker).HasMaxLength(120);
    }
}

internal sealed class ImportChunkMapping : IEntityTypeConfiguration<ImportChunk>
{
    public void Configure(EntityTypeBuilder<ImportChunk> builder)
    {
        builder.ToTable("import_chunks");
        builder.HasKey(c => new { c.RunId, c.Number });
    }
}

internal sealed class ImportErrorMapping : IEntityTypeConfiguration<ImportError>
{
    public void Configure(EntityTypeBuilder<ImportError> builder)
    {
        builder.ToTable("import_errors");
        builder.HasKey(e => new { e.RunId, e.Number });
        builder.Property(e => e.Column).HasMaxLength(60);
        builder.Property(e => e.Value).HasMaxLength(100);
        builder.Property(e => e.Code).HasMaxLength(40);
        builder.Property(e => e.Message).HasMaxLength(400);
        builder.Property(e => e.PersonKey).HasMaxLength(40);
    }
}

internal sealed class SourceRowMapping : IEntityTypeConfiguration<SourceRow>
{
    public void Configure(EntityTypeBuilder<SourceRow> builder)
    {
        builder.ToTable("source_rows");
        builder.HasKey(r => new { r.Source, r.Key });
        builder.Property(r => r.Source).HasMaxLength(20);
        builder.Property(r => r.Key).HasMaxLength(40);
        builder.HasIndex(r => r.PersonId);
    }
}
