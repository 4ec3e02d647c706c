/** Somebody whose phone the simulator can hold. `group` is the heading to show them under. */
export interface Persona {
  openid: string;
  name: string;
  title: string;
  group: string;
  phone: string;
  home: string;
}

/** A WeChat group of the demo. */
export interface Group {
  openGid: string;
  name: string;
}

export interface People {
  personas: Persona[];
  groups: Group[];
}
