namespace CareTeam.Cli.Plans;

public static class GoalCommands
{
    public static Command Group() => new("goal", "Goals of a plan") { GoalAdd.Command(), GoalRevise.Command(), GoalClose.Command() };

    public static Option<string> Measure() => TextOption.Optional("--measure", "What is measured: ODI, lift floor to waist", "measure");

    public static Option<double?> Number(string name, string description) => new(name) { Description = description, HelpName = "number" };

    public static Option<string> Unit() => TextOption.Optional("--unit", "UCUM where there is one: %, [lb_av], m", "unit");
}
