namespace CareTeam.Server.Storage;

/// <summary>Rung after a commit: "this plan is at that version now". Only a hint; whoever hears it reads the store.</summary>
public interface IDoorbell
{
    void Ring(PlanKey key, int version);
}
