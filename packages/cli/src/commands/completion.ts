// `vigie completion bash|zsh|fish`: a script for the shell, generated from the commands and their flags.
import { Argument, Command } from 'commander';
import type { World } from '../world.ts';

export function completionCommand(world: World, program: Command): Command {
  return new Command('completion')
    .description('Print a completion script for a shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      `
  bash:  source <(vigie completion bash)
  zsh:   vigie completion zsh > "\${fpath[1]}/_vigie"
  fish:  vigie completion fish > ~/.config/fish/completions/vigie.fish`,
    )
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      await world.out.write({ bash, zsh, fish }[shell](wordsOf(program)));
    });
}

interface CommandWords {
  readonly name: string;
  readonly description: string;
  /** Commands under it. */
  readonly under: readonly string[];
  readonly flags: readonly {
    readonly long: string;
    readonly description: string;
    readonly choices: readonly string[];
    readonly takesFile: boolean;
  }[];
}

function wordsOf(program: Command): CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    under: command.commands.map((one) => one.name()),
    flags: flagsOf(command),
  }));
}

/** Its flags and those of the commands under it, each once. */
function flagsOf(command: Command): CommandWords['flags'] {
  const options = [command, ...command.commands].flatMap((one) => one.createHelp().visibleOptions(one));
  const flags = options.map((option) => ({
    long: option.long ?? '',
    description: option.description,
    choices: option.argChoices ?? [],
    takesFile: /file|folder/i.test(option.flags),
  }));
  return [...Map.groupBy(flags, ({ long }) => long).values()].flatMap((same) => {
    const choices = [...new Set(same.flatMap((flag) => flag.choices))];
    return same.slice(0, 1).map((flag) => ({ ...flag, choices }));
  });
}

function bash(commands: readonly CommandWords[]): string {
  const cases = commands.map(({ name, under, flags }) => {
    const values = flags
      .filter((flag) => flag.choices.length > 0)
      .map((flag) => `      ${flag.long}) COMPREPLY=($(compgen -W '${flag.choices.join(' ')}' -- "$word")); return ;;`);
    const words = [...under, ...flags.map((flag) => flag.long)].join(' ');
    return [
      `    ${name})`,
      ...(values.length > 0 ? ['      case "$before" in', ...values, '      esac'] : []),
      `      COMPREPLY=($(compgen -W '${words}' -- "$word")) ;;`,
    ].join('\n');
  });
  return `# bash completion for vigie
_vigie() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map((command) => command.name).join(' ')} help' -- "$word")); return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -o default -F _vigie vigie
`;
}

function zsh(commands: readonly CommandWords[]): string {
  const quoted = (text: string) => text.replace(/[\\[\]:']/g, (c) => (c === "'" ? "'\\''" : `\\${c}`));
  const names = commands.map(({ name, description }) => `    '${name}:${quoted(description)}'`);
  const cases = commands.map(({ name, under, flags }) => {
    const first = under.length > 0 ? [`      '1:command:(${under.join(' ')})'`] : [];
    const specs = flags.map(({ long, description, choices, takesFile }) => {
      const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : takesFile ? ':file:_files' : '';
      return `      '${long}[${quoted(description)}]${value}'`;
    });
    return `    ${name}) _arguments \\\n${[...first, ...specs].join(' \\\n')} ;;`;
  });
  return `#compdef vigie
_vigie() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local name=$words[2]
  shift words; (( CURRENT-- ))
  case $name in
${cases.join('\n')}
  esac
}
_vigie "$@"
`;
}

function fish(commands: readonly CommandWords[]): string {
  const quote = (text: string) => `'${text.replace(/[\\']/g, (c) => `\\${c}`)}'`;
  const lines = commands.flatMap(({ name, description, under, flags }) => [
    `complete -c vigie -n __fish_use_subcommand -f -a ${name} -d ${quote(description)}`,
    ...(under.length > 0
      ? [`complete -c vigie -n '__fish_seen_subcommand_from ${name}' -f -a ${quote(under.join(' '))}`]
      : []),
    ...flags.map(({ long, description: what, choices, takesFile }) => {
      const value = choices.length > 0 ? ` -x -a ${quote(choices.join(' '))}` : takesFile ? ' -r -F' : '';
      return `complete -c vigie -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)}${value} -d ${quote(what)}`;
    }),
  ]);
  return `# fish completion for vigie\n${lines.join('\n')}\n`;
}
