// Invented sentences in Spanish: written after vocabulary and grammar were, and before they met them. No statement was mended
// for.
import type { Examples } from '../examples.ts';

export const ES: Examples = {
  statements: {
    health: `
Mi reumatóloga dice que es lupus y tengo que tomar corticoides
Soy seropositivo y tengo una cita el viernes
El párkinson de mi abuelo va tan mal que se cae a diario
Recaí el sábado después de seis meses sin cocaína
Estuve dos semanas en el hospital por una pancreatitis
Mi mujer está embarazada de siete meses
Esta mañana me dio un ataque de pánico en el tren
`,
    'health-at-work': `
Llevo un mes de baja por depresión
`,
    'sexual-life': `
Soy gay y vivo en un pueblo pequeño
Mi novio quiere una relación abierta y yo no
`,
    religion: `
Soy musulmana y no doy la mano a los hombres
Fui misionero mormón
`,
    politics: `
Hago campaña por los verdes y mi padre vota a Vox
`,
    'trade-union': `
Mañana estoy en el piquete con las enfermeras
`,
    ethnicity: `
Soy negra y la única de mi clase
`,
    criminal: `
Estoy en libertad condicional hasta el año que viene
`,
  },
  ordinary: `
Estoy nerviosa por mi primer día en la panadería
Mi hermano tiene mi taladro y no me lo devuelve
¿Cómo quito el vino tinto de mi alfombra?
Quiero aprender polaco antes del viaje
Mi casero me subió el alquiler
Dudo entre roble y pino
Mi informe sobre los resultados electorales va con retraso
He olvidado mi contraseña
`,
};
