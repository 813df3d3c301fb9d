using CareTeam.Server.Live.Lists;
using CareTeam.Server.Storage;
using Npgsql;

namespace CareTeam.Server.Tests.Live.Lists;

/// <summary>In an organization of 5,000 plans and 100,000 tasks a list is found by indexes.</summary>
public sealed class ListIndexTests(Clinic clinic) : IClassFixture<Clinic>, IAsyncLifetime
{
    private const string Organization = "big";
    private const string Schema = StoreRegistration.Schema;
    private NpgsqlDataSource source = null!;

    public async ValueTask InitializeAsync()
    {
        source = NpgsqlDataSource.Create(clinic.ConnectionString + ";Timezone=UTC;Command Timeout=120");
        await using var fill = source.CreateCommand(
            $$"""
            insert into {{Schema}}.mt_streams (tenant_id, id, version) select '{{Organization}}', gen_random_uuid()::text, 1 from generate_series(1, 5000);
            create temp table plan as select id, row_number() over () as n from {{Schema}}.mt_streams where tenant_id = '{{Organization}}';
            insert into {{Schema}}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
                select nextval('{{Schema}}.mt_events_sequence'), gen_random_uuid(), id, 1, '{}', 'plan_created', now(), '{{Organization}}' from plan;
            insert into {{Schema}}.mt_doc_planrow (tenant_id, id, created_at, data)
                select '{{Organization}}', id, n::text, jsonb_build_object('id', id, 'status', 2, 'memberIds', jsonb_build_array('dr-' || n % 20, 'pt-' || n % 125)) from plan;
            insert into {{Schema}}.mt_doc_taskrow (tenant_id, id, plan_id, assignee_id, due_by, data)
                select '{{Organization}}', id || '/' || k, id, 'pt-' || n % 125, '2026-01-01', jsonb_build_object('planId', id, 'discipline', 1 + k % 12, 'status', 1 + (n * 7 + k * 3) % 6)
                from plan, generate_series(1, 20) k;
            """);
        await fill.ExecuteNonQueryAsync();
        // Also empties the list of what the GIN index has still to take in.
        await using var vacuum = source.CreateCommand("vacuum analyze");
        await vacuum.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    [Fact]
    public async Task Lists_are_found_by_indexes()
    {
        var open = new[] { TaskStatus.Requested, TaskStatus.Accepted, TaskStatus.InProgress };
        foreach (var worklist in new Worklist[]
        {
            new(Organization, "pt-7", new() { AssigneeId = "pt-7" }),
            new(Organization, "pt-7", new() { AssigneeId = "pt-7", Statuses = { open } }),
            new(Organization, "pt-7", new() { Discipline = Discipline.PhysicalTherapy, Unassigned = true, Statuses = { open } }),
            new(Organization, null, new() { AssigneeId = "pt-7" }),
            new(Organization, null, new() { Discipline = Discipline.PhysicalTherapy, Statuses = { open } }),
            new(Organization, null, new() { Discipline = Discipline.PhysicalTherapy }),
        })
            Assert.DoesNotContain("Seq Scan on mt_doc_taskrow", await Explain(worklist.Select()), StringComparison.Ordinal);
        var caseload = await Explain(new Caseload(Organization, "pt-7", []).Select());
        Assert.Contains("Bitmap Index Scan on mt_doc_planrow_idx_data", caseload, StringComparison.Ordinal);
        Assert.Contains("Index Scan using pk_mt_events_stream_and_version", caseload, StringComparison.Ordinal);
    }

    private async Task<string> Explain(SqlText sql)
    {
        await using var command = source.CreateCommand("explain " + sql);
        foreach (var value in sql.Values) command.Parameters.AddWithValue(value);
        await using var rows = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await rows.ReadAsync()) plan.Add(rows.GetString(0));
        return string.Join('\n', plan);
    }
}
